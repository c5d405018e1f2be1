package dev.sheetway.cli.quarantine;

import dev.sheetway.cli.bus.Bus;
import dev.sheetway.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads {@code sheetway.quarantine}, without a group; for one thread. */
public final class QuarantineReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final int partitions;

    public QuarantineReader(Bus bus) {
        this.partitions = bus.journalPartitions();
        this.consumer = bus.reader();
    }

    /** Everything that is there now, oldest first. */
    public List<Quarantined> all() {
        List<TopicPartition> places = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(Topics.QUARANTINE, partition))
                .toList();
        consumer.assign(places);
        consumer.seekToBeginning(places);
        List<Quarantined> all = new ArrayList<>(upTo(consumer.endOffsets(places)));
        all.sort(Comparator.comparing(Quarantined::at));
        return all;
    }

    /** The one at {@code place}; empty when there is none, or none any more. */
    public Optional<Quarantined> at(Place place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        if (place.partition() >= partitions) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (place.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, place.offset());
        return upTo(Map.of(partition, Math.min(end, place.offset() + 1))).stream()
                .filter(each -> each.place().equals(place))
                .findFirst();
    }

    private List<Quarantined> upTo(Map<TopicPartition, Long> ends) {
        List<Quarantined> read = new ArrayList<>();
        // a position passes the end also where transaction markers stand last
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> read.add(Quarantined.of(record)));
        }
        return read;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
