package dev.sheetway.cli.journal;

import dev.sheetway.cli.bus.Bus;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.UnreadableRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads committed entries of {@code sheetway.journal}, without a group; for one thread. */
public final class JournalReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int partitions;

    public JournalReader(Bus bus) {
        this.partitions = bus.journalPartitions();
        this.consumer = bus.reader();
    }

    public int partitions() {
        return partitions;
    }

    /** Where the next entry of {@code partition} will stand, or later. */
    public long endOf(int partition) {
        TopicPartition place = new TopicPartition(Topics.JOURNAL, partition);
        return consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
    }

    /** Every entry of every partition that is there now; order holds within a partition. */
    public void readAll(Consumer<Recorded> receiver) {
        read(IntStream.range(0, partitions).boxed().toList(), receiver);
    }

    /** Every entry of one partition that is there now, oldest first. */
    public void readPartition(int partition, Consumer<Recorded> receiver) {
        read(List.of(partition), receiver);
    }

    private void read(List<Integer> chosen, Consumer<Recorded> receiver) {
        List<TopicPartition> places = chosen.stream()
                .map(partition -> new TopicPartition(Topics.JOURNAL, partition))
                .toList();
        consumer.assign(places);
        consumer.seekToBeginning(places);
        Map<TopicPartition, Long> ends = consumer.endOffsets(places);
        // a position passes the end also where transaction markers stand last
        while (places.stream().anyMatch(place -> consumer.position(place) < ends.getOrDefault(place, 0L))) {
            poll().forEach(receiver);
        }
    }

    /** Goes to {@code offset} of one partition; {@link #poll} reads on from there. */
    public void seek(int partition, long offset) {
        TopicPartition place = new TopicPartition(Topics.JOURNAL, partition);
        consumer.assign(List.of(place));
        consumer.seek(place, offset);
    }

    /** Where the next {@link #poll} reads on. */
    public long position(int partition) {
        return consumer.position(new TopicPartition(Topics.JOURNAL, partition));
    }

    /** What came since, within a tenth of a second; records that are no journal entry are left out. */
    public List<Recorded> poll() {
        return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .flatMap(record -> decode(record).stream())
                .toList();
    }

    private static Optional<Recorded> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(new Recorded(
                    JournalCodec.decode(record.headers(), record.value()),
                    new Recorded.Place(record.topic(), record.partition(), record.offset())));
        } catch (UnreadableRecord newerRelease) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
