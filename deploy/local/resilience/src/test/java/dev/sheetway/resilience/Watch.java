package dev.sheetway.resilience;

import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows one migration: committed journal entries and the services' events. For one thread. */
final class Watch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration POLL = Duration.ofMillis(5);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final MigrationId id;
    private final List<Stamped> entries = new ArrayList<>();
    private final List<StepEvent> events = new ArrayList<>();

    /** @param at append time of the record */
    record Stamped(Recorded recorded, Instant at) {
        JournalEntry entry() {
            return recorded.entry();
        }
    }

    /** Begins where the topics end now. */
    Watch(String bootstrapServers, MigrationId id) {
        this.id = id;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        500),
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
    }

    /** The migration as far as its journal tells; empty before its first entry. */
    Optional<MigrationView> migration() {
        JournalView view = new JournalView();
        entries.forEach(stamped -> view.add(stamped.recorded()));
        return view.migration(id);
    }

    List<Stamped> entries() {
        return List.copyOf(entries);
    }

    void awaitCommanded(Leg leg) {
        await("command of " + leg, () -> entries.stream()
                .anyMatch(each -> each.entry() instanceof JournalEntry.StepCommanded && isOf(each.entry(), leg)));
    }

    boolean hasStarted(Leg leg) {
        poll();
        return events.stream().anyMatch(event -> isOf(event, leg));
    }

    void awaitStarted(Leg leg) {
        await("start of " + leg, () -> events.stream().anyMatch(event -> isOf(event, leg)));
    }

    /** The service's own event, before the orchestrator has seen it. */
    void awaitCompletionEvent(Leg leg) {
        await("completion event of " + leg, () -> events.stream()
                .anyMatch(event -> event instanceof StepEvent.StepCompleted && isOf(event, leg)));
    }

    MigrationView awaitRest() {
        await(
                "end of the migration",
                () -> migration().filter(view -> view.outcome().isRest()).isPresent());
        return migration().orElseThrow();
    }

    /** As {@link #awaitRest}, for one that was paused when somebody asked for its resumption. */
    MigrationView awaitRestAfterResuming() {
        await("resumption", () -> entries.stream()
                .anyMatch(each -> each.entry() instanceof JournalEntry.MigrationResumed));
        return awaitRest();
    }

    /** From {@code kill} to the next completed step; empty when none followed. */
    Optional<Duration> toNextCompletion(Instant kill) {
        return entries.stream()
                .filter(each -> each.entry() instanceof JournalEntry.StepCompleted
                        || each.entry() instanceof JournalEntry.MigrationCompleted
                        || each.entry() instanceof JournalEntry.MigrationRolledBack)
                .map(Stamped::at)
                .filter(kill::isBefore)
                .findFirst()
                .map(at -> Duration.between(kill, at));
    }

    void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + what + " of migration " + id + " within " + PATIENCE.toSeconds()
                        + " s; its journal: "
                        + entries.stream()
                                .map(each -> each.entry().getClass().getSimpleName() + " "
                                        + each.entry().header().state())
                                .toList());
            }
            poll();
        }
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (record.topic().equals(Topics.JOURNAL)) {
                JournalEntry entry = JournalCodec.decode(record.headers(), record.value());
                if (entry.header().migrationId().equals(id)) {
                    Recorded.Place place = new Recorded.Place(record.topic(), record.partition(), record.offset());
                    entries.add(new Stamped(new Recorded(entry, place), Instant.ofEpochMilli(record.timestamp())));
                }
            } else {
                StepEvent event = EventCodec.decode(record.headers(), record.value());
                if (event.header().migrationId().equals(id)) {
                    events.add(event);
                }
            }
        }
    }

    private static boolean isOf(JournalEntry entry, Leg leg) {
        return entry.header().step().equals(Optional.of(leg.step()))
                && entry.header().direction() == leg.direction();
    }

    private static boolean isOf(StepEvent event, Leg leg) {
        return event.header().step() == leg.step() && event.header().direction() == leg.direction();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
