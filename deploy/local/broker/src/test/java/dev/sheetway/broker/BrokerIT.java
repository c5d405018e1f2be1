package dev.sheetway.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.wire.TopicCatalogue;
import dev.sheetway.wire.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {
    @TempDir
    Path dataDir;

    @Test
    void hasEveryTopicOfTheCatalogueWithItsPartitionsAndSettings() throws Exception {
        try (Broker broker = Broker.startProcess(dataDir);
                Admin admin = admin(broker)) {
            TopicCatalogue catalogue = TopicCatalogue.load();

            var found = admin.describeTopics(catalogue.topics().stream()
                            .map(TopicCatalogue.TopicSettings::name)
                            .toList())
                    .allTopicNames()
                    .get();
            ConfigResource journal = new ConfigResource(ConfigResource.Type.TOPIC, Topics.JOURNAL);
            var settings = admin.describeConfigs(List.of(journal)).all().get();

            assertThat(found).hasSize(catalogue.topics().size());
            assertThat(found.values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(catalogue.partitions()));
            assertThat(settings.get(journal).get("retention.ms").value()).isEqualTo("-1");
        }
    }

    @Test
    void keepsWhatItAcknowledgedThroughKillMinusNine() throws Exception {
        try (Broker broker = Broker.startProcess(dataDir)) {
            publish(broker, "before the kill");
            broker.kill();
        }

        try (Broker restarted = Broker.startProcess(dataDir);
                Admin admin = admin(restarted)) {
            publish(restarted, "after the kill");
            TopicPartition first = new TopicPartition(Topics.REQUESTS, 0);

            long end = admin.listOffsets(Map.of(first, OffsetSpec.latest()))
                    .partitionResult(first)
                    .get()
                    .offset();

            assertThat(end).isEqualTo(2);
        }
    }

    /**
     * A broker that leads, is fenced and leads again loads its groups twice at a time, and may lose sight of their offsets.
     */
    @Test
    void loadsTheGroupsOnceAfterKillMinusNine() throws Exception {
        TopicPartition first = new TopicPartition(Topics.REQUESTS, 0);
        try (Broker broker = Broker.startProcess(dataDir)) {
            publish(broker, "read");
            try (Admin admin = admin(broker)) {
                admin.alterConsumerGroupOffsets("readers", Map.of(first, new OffsetAndMetadata(1)))
                        .all()
                        .get();
            }
            broker.kill();
        }

        Path portFile = dataDir.resolve("talkative.port");
        Process talkative = talkative(portFile);
        try {
            long loads;
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + awaitPort(portFile, talkative)))) {
                assertThat(admin.listConsumerGroupOffsets("readers")
                                .partitionsToOffsetAndMetadata()
                                .get())
                        .containsOnlyKeys(first);
                loads = Files.readString(dataDir.resolve("talkative.log"))
                        .lines()
                        .filter(line -> line.contains("Scheduling loading of metadata from __consumer_offsets-0 "))
                        .count();
            }
            assertThat(loads).isEqualTo(1);
        } finally {
            talkative.destroyForcibly().waitFor();
        }
    }

    /** Its log tells of every loading. */
    private Process talkative(Path portFile) throws Exception {
        List<String> command =
                new ArrayList<>(Broker.command(new BrokerOptions(0, 0, dataDir, portFile, Optional.empty())));
        command.add(1, "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.coordinator.common.runtime=info");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dataDir.resolve("talkative.log").toFile())
                .start();
    }

    private static String awaitPort(Path portFile, Process broker) throws Exception {
        while (!Files.exists(portFile)) {
            assertThat(broker.waitFor(50, TimeUnit.MILLISECONDS))
                    .as("the broker ended")
                    .isFalse();
        }
        return Files.readString(portFile).strip();
    }

    @Test
    void refusesToRunWhenTheJournalWouldForget() throws Exception {
        ConfigResource journal = new ConfigResource(ConfigResource.Type.TOPIC, Topics.JOURNAL);
        try (Broker broker = Broker.startProcess(dataDir);
                Admin admin = admin(broker)) {
            var sevenDays = new AlterConfigOp(new ConfigEntry("retention.ms", "604800000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(journal, List.of(sevenDays)))
                    .all()
                    .get();
        }

        assertThatThrownBy(() -> Broker.startProcess(dataDir))
                .hasMessageContaining("\"sheetway.journal\" retention.ms: expected -1, found 604800000")
                .hasMessageContaining("nothing changed");
    }

    private static void publish(Broker broker, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.REQUESTS, 0, "key", value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(Broker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
