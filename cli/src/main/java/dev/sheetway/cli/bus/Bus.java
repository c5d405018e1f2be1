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
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * A broker that answered a moment ago and has our topics.
 *
 * @param journalPartitions number of partitions of every Sheetway topic
 */
public record Bus(String bootstrapServers, int journalPartitions) {
    private static final Duration LISTENING = Duration.ofSeconds(8);
    /** For a broker that listens: it may be starting, or its machine be busy. */
    private static final int PATIENCE_MILLIS = 30000;

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

    private static CliFailure unreachable(String bootstrapServers, Exception cause) {
        return new CliFailure(
                Exit.UNREACHABLE,
                "no Kafka broker answers at " + bootstrapServers + ": nothing was published; start the one-machine"
                        + " stack with ./sheetway up, or name another broker with --bootstrap-servers or"
                        + " SHEETWAY_BOOTSTRAP_SERVERS",
                cause);
    }
}
