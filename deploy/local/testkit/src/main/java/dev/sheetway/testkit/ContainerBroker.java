package dev.sheetway.testkit;

import dev.sheetway.broker.TopicProvisioner;
import dev.sheetway.wire.TopicCatalogue;
import java.util.concurrent.ExecutionException;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka in a container; Testcontainers removes it after the JVM. */
final class ContainerBroker {
    /** {@code sheetway.testkit.kafka-image} names another one that stands in for it. */
    static final String IMAGE = System.getProperty("sheetway.testkit.kafka-image", "apache/kafka:4.1.1");

    private ContainerBroker() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static String start() {
        KafkaContainer container = new KafkaContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "12")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "8")
                .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "500");
        container.start();
        try {
            TopicProvisioner.provision(container.getBootstrapServers(), TopicCatalogue.load());
        } catch (ExecutionException failure) {
            throw new IllegalStateException("topics were not made in the container", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", interrupted);
        }
        return container.getBootstrapServers();
    }
}
