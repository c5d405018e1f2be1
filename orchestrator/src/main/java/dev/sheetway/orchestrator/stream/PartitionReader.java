package dev.sheetway.orchestrator.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the committed records of one partition after the other, without a group. Confined to one thread. */
final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param client connection and security, by Kafka's own names */
    PartitionReader(Map<String, ?> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** What of a partition there is to read: {@code end} is where the next record will stand, or later. */
    record Extent(long beginning, long end) {}

    /** Hands over every record from the partition's beginning to its present end. */
    Extent read(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> receiver) {
        Extent extent = goTo(partition);
        // a position passes the end also where transaction markers stand last
        while (consumer.position(partition) < extent.end()) {
            consumer.poll(POLL).forEach(receiver);
        }
        return extent;
    }

    /** Whether there is any. */
    boolean holdsRecords(TopicPartition partition) {
        Extent extent = goTo(partition);
        while (consumer.position(partition) < extent.end()) {
            if (!consumer.poll(POLL).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Extent goTo(TopicPartition partition) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        long beginning = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
        consumer.seek(partition, beginning);
        return new Extent(beginning, consumer.endOffsets(one).getOrDefault(partition, 0L));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
