package dev.sheetway.resilience;

import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the migrations of one stack leave on the bus: committed journal entries and the services' events. One thread of
 * its own reads, several look.
 */
final class Feed implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread reader = new Thread(this::read, "feed");
    private final Map<MigrationId, List<Stamped>> entries = new HashMap<>();
    private final Map<MigrationId, List<StepEvent>> events = new HashMap<>();
    private volatile boolean closed;
    private RuntimeException failure;

    /** @param at append time of the record */
    record Stamped(Recorded recorded, Instant at) {
        JournalEntry entry() {
            return recorded.entry();
        }
    }

    /** Begins where the topics end now. */
    Feed(String bootstrapServers) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> places = Stream.concat(
                        Stream.of(Topics.JOURNAL),
                        Arrays.stream(Participant.values()).map(Topics::events))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(places);
        consumer.seekToEnd(places);
        places.forEach(consumer::position); // seeking is lazy: settle it before anybody publishes
        reader.setDaemon(true);
        reader.start();
    }

    synchronized List<Stamped> entries(MigrationId id) {
        return List.copyOf(entries.getOrDefault(id, List.of()));
    }

    synchronized List<StepEvent> events(MigrationId id) {
        return List.copyOf(events.getOrDefault(id, List.of()));
    }

    /** Returns when something new was read, or after {@code longest}. */
    synchronized void awaitMore(Duration longest) {
        if (failure != null) {
            throw new IllegalStateException("the bus cannot be read any more", failure);
        }
        try {
            wait(longest.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    keep(record);
                }
            }
        } catch (WakeupException end) {
            if (!closed) {
                fail(end);
            }
        } catch (RuntimeException broken) {
            fail(broken);
        }
    }

    private synchronized void fail(RuntimeException broken) {
        failure = broken;
        notifyAll();
    }

    private synchronized void keep(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.JOURNAL)) {
            JournalEntry entry = JournalCodec.decode(record.headers(), record.value());
            Recorded.Place place = new Recorded.Place(record.topic(), record.partition(), record.offset());
            entries.computeIfAbsent(entry.header().migrationId(), id -> new ArrayList<>())
                    .add(new Stamped(new Recorded(entry, place), Instant.ofEpochMilli(record.timestamp())));
        } else {
            StepEvent event = EventCodec.decode(record.headers(), record.value());
            events.computeIfAbsent(event.header().migrationId(), id -> new ArrayList<>())
                    .add(event);
        }
        notifyAll();
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
    }
}
