package dev.sheetway.testkit;

import dev.sheetway.wire.WireMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A running broker with the catalogue's topics, and plain clients for it. Safe for use by several threads. */
public final class TestBroker {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final String bootstrapServers;

    TestBroker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The one of this JVM, started by the first caller; ends with the JVM. */
    public static TestBroker shared() {
        return new TestBroker(SharedBroker.bootstrapServers());
    }

    /** Clients for a broker that the test started itself, to break it. */
    public static TestBroker at(String bootstrapServers) {
        return new TestBroker(bootstrapServers);
    }

    /** {@code host:port}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Publishes and waits for the broker's acknowledgement; Kafka's partitioner chooses the partition by the key. */
    public RecordMetadata publish(String topic, WireMessage message) {
        return publish(new ProducerRecord<>(topic, null, message.key(), message.value(), message.headers()));
    }

    /** To a partition of the caller's choice, as services do with their events. */
    public RecordMetadata publish(String topic, int partition, WireMessage message) {
        return publish(new ProducerRecord<>(topic, partition, message.key(), message.value(), message.headers()));
    }

    /** Publishes and waits for the broker's acknowledgement. */
    public RecordMetadata publish(ProducerRecord<String, byte[]> record) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(producerSettings())) {
            return producer.send(record).get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing to " + record.topic(), interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("publishing to " + record.topic() + " failed", failure);
        }
    }

    private Map<String, Object> producerSettings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class);
    }

    /** Committed records of {@code topics} from now on; nothing that is published after the return is missed. */
    public RecordTail tailFromNow(String... topics) {
        return RecordTail.fromEnd(bootstrapServers, List.of(topics));
    }

    /** Committed records of {@code topics}, all that are there. */
    public RecordTail tailFromBeginning(String... topics) {
        return RecordTail.fromBeginning(bootstrapServers, List.of(topics));
    }
}
