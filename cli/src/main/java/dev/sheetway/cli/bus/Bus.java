package dev.sheetway.cli.bus;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A broker that answered a moment ago and has our topics.
 *
 * @param journalPartitions number of partitions of every Sheetway topic
 */
public record Bus(String bootstrapServers, int journalPartitions) {
    private static final Duration LISTENING = Duration.ofSeconds(8);
    /** For a broker that listens: it may be starting, or its machine be busy. */
    private static final int PATIENCE_MILLIS = 30000;
    /** The quarantine keeps records of any size that a topic takes. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /**
     * @throws CliFailure ({@link Exit#UNREACHABLE}) within ten seconds when nobody listens, within 30 when nobody
     *     answers; ({@link Exit#REFUSED}) when
     *     the broker has no Sheetway topics
     */
    public static Bus connect(String bootstrapServers) {
        if (!Listening.anyOf(bootstrapServers, LISTENING)) {
            throw unreachable(bootstrapServers, new TimeoutException("nobody listens"));
        }
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            int partitions = Objects.requireNonNull(admin.describeTopics(List.of(Topics.JOURNAL))
                            .topicNameValues()
                            .get(Topics.JOURNAL))
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .partitions()
                    .size();
            return new Bus(bootstrapServers, partitions);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof UnknownTopicOrPartitionException
                    ? new CliFailure(
                            Exit.REFUSED,
                            "the broker at " + bootstrapServers + " has no topic \"" + Topics.JOURNAL
                                    + "\": expected the topics of deploy/kafka/topics.yaml; nothing was published;"
                                    + " create them (./sheetway up does on one machine)")
                    : unreachable(bootstrapServers, failure);
        } catch (TimeoutException | org.apache.kafka.common.KafkaException failure) {
            throw unreachable(bootstrapServers, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable(bootstrapServers, interrupted);
        }
    }

    /** For one thread, without a group: committed records alone, from the beginning unless told otherwise. */
    public KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Publishes one record; returns when every replica has it.
     *
     * @param what it is, for the message, such as {@code request "r-1"}
     * @param next what to do when it may or may not have been stored
     * @throws CliFailure ({@link Exit#UNREACHABLE}) then
     */
    public RecordMetadata publish(ProducerRecord<byte[], byte[]> message, String what, String next) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(writing(), new ByteArraySerializer(), new ByteArraySerializer())) {
            return producer.send(message).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw unsure(what, next, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unsure(what, next, interrupted);
        }
    }

    private CliFailure unsure(String what, String next, Exception cause) {
        return new CliFailure(
                Exit.UNREACHABLE,
                "the broker at " + bootstrapServers + " did not confirm " + what + " within " + PATIENCE_MILLIS / 1000
                        + " s: it may have been stored; " + next,
                cause);
    }

    private Map<String, Object> writing() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MOST_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS);
    }

    private static CliFailure unreachable(String bootstrapServers, Exception cause) {
        return new CliFailure(
                Exit.UNREACHABLE,
                "no Kafka broker answers at " + bootstrapServers + ": nothing was published; start the one-machine"
                        + " stack with ./sheetway up, or name another broker with --bootstrap-servers or"
                        + " SHEETWAY_BOOTSTRAP_SERVERS",
                cause);
    }
}
