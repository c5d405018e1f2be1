package dev.sheetway.orchestrator.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.broker.Broker;
import dev.sheetway.contracts.Participant;
import dev.sheetway.wire.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test has a broker of its own: it breaks it. */
class StartUpIT {
    @TempDir
    private Path data;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void waitsForABrokerThatIsNotThereYet() throws IOException {
        int port = freePort();
        try (OrchestratorProcess orchestrator = OrchestratorProcess.launch("127.0.0.1:" + port, Map.of())) {
            Waiting.until(Duration.ofSeconds(60), "a line about it", () -> orchestrator
                    .log()
                    .contains("broker not reachable"));
            assertThat(orchestrator.isAlive()).isTrue();
            assertThat(orchestrator.readiness()).isEqualTo(503);

            try (Broker broker = Broker.startProcess(data, port, Duration.ofSeconds(60))) {
                orchestrator.awaitReady(Duration.ofSeconds(60));
            }
        }
    }

    @Test
    void refusesAJournalThatForgetsAndATopicWithMorePartitions() throws Exception {
        try (Broker broker = Broker.startProcess(data)) {
            alter(broker, Topics.JOURNAL, "retention.ms", "604800000");
            grow(broker, Topics.events(Participant.SCHEMA), 13);

            OrchestratorProcess orchestrator = OrchestratorProcess.launch(broker.bootstrapServers(), Map.of());

            assertThat(orchestrator.exitCode(Duration.ofSeconds(60))).isEqualTo(4);
            assertThat(orchestrator.log())
                    .contains("topic \"sheetway.journal\" retention.ms: expected -1, found 604800000")
                    .contains("topic \"sheetway.events.schema\" partitions: expected 12, found 13")
                    .contains("restore the settings of deploy/kafka/topics.yaml")
                    .contains("a partition count never shrinks: that topic must be made again");
        }
    }

    @Test
    void refusesWhenATopicIsMissing() throws Exception {
        try (Broker broker = Broker.startProcess(data)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                admin.deleteTopics(List.of("sheetway-orchestrator-saga-changelog"))
                        .all()
                        .get();
            }

            OrchestratorProcess orchestrator = OrchestratorProcess.launch(
                    broker.bootstrapServers(), Map.of("sheetway.orchestrator.topics-grace", "PT1S"));

            assertThat(orchestrator.exitCode(Duration.ofSeconds(60))).isEqualTo(4);
            assertThat(orchestrator.log())
                    .contains("[sheetway-orchestrator-saga-changelog] are missing")
                    .contains("run it once with --rebuild (on one machine: ./sheetway up --rebuild)");
        }
    }

    private static void grow(Broker broker, String topic, int partitions)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
    }

    private static void alter(Broker broker, String topic, String key, String value)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
