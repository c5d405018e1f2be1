package dev.sheetway.backup;

import dev.sheetway.wire.WireMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plain clients of a test's own broker, which may go away and come back. */
final class EventLog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String bootstrapServers;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    EventLog(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, 12)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> fits) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (ConsumerRecord<String, byte[]> record : seen) {
                if (fits.test(record)) {
                    return record;
                }
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no such event within " + PATIENCE + "; came instead: "
                        + seen.stream()
                                .map(record -> new String(
                                        record.headers().lastHeader("ce_type").value()))
                                .toList());
            }
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        }
    }

    void publish(String topic, WireMessage message) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(message.toRecord(topic, null));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
