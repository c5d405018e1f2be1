package dev.sheetway.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed records of every partition of some topics, without a group; for one thread. */
public final class RecordTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private RecordTail(String bootstrapServers, List<String> topics) {
        consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class));
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toSet()));
    }

    static RecordTail fromBeginning(String bootstrapServers, List<String> topics) {
        RecordTail tail = new RecordTail(bootstrapServers, topics);
        tail.consumer.seekToBeginning(tail.consumer.assignment());
        return tail;
    }

    static RecordTail fromEnd(String bootstrapServers, List<String> topics) {
        RecordTail tail = new RecordTail(bootstrapServers, topics);
        Set<TopicPartition> partitions = tail.consumer.assignment();
        tail.consumer.seekToEnd(partitions);
        partitions.forEach(tail.consumer::position); // seeking is lazy: settle it before the caller publishes
        return tail;
    }

    /** All records read so far, in the order in which they came. */
    public List<ConsumerRecord<String, byte[]>> seen() {
        return List.copyOf(seen);
    }

    /** Reads on until a record fits, also among those read before.
     *
     * @throws AssertionError that lists what came instead when none fits within {@code limit}
     */
    public ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> fits, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        int next = 0;
        while (true) {
            for (; next < seen.size(); next++) {
                if (fits.test(seen.get(next))) {
                    return seen.get(next);
                }
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no record that fits within " + limit + "; came instead: " + describeSeen());
            }
            consumer.poll(POLL).forEach(seen::add);
        }
    }

    /** As {@link #await(Predicate, Duration)}, among the records of one key. */
    public ConsumerRecord<String, byte[]> awaitKey(String key, Duration limit) {
        return await(record -> key.equals(record.key()), limit);
    }

    private String describeSeen() {
        return seen.stream()
                .map(record ->
                        record.topic() + "-" + record.partition() + "@" + record.offset() + " key " + record.key())
                .collect(Collectors.joining(", ", seen.size() + " records: ", ""));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
