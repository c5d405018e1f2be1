package dev.sheetway.orchestrator.it;

import dev.sheetway.testkit.RecordTail;
import dev.sheetway.testkit.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The orchestrator's changelog and offsets as an operator reaches them. */
record Checkpoint(String bootstrapServers) {
    static final String CHANGELOG = "sheetway-orchestrator-saga-changelog";
    static final String GROUP = "sheetway-orchestrator";

    /** What a restart would restore: state by spreadsheet. */
    Map<String, String> store() {
        Map<String, String> newest = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : records()) {
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), new String(record.value(), StandardCharsets.UTF_8));
            }
        }
        return newest;
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        List<ConsumerRecord<String, byte[]>> all = new java.util.ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(CHANGELOG).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    void deleteTopic(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }

    /** Also while the broker takes a killed member for alive. */
    void deleteOffsets() {
        try (Admin admin = admin()) {
            Waiting.until(Duration.ofSeconds(40), "the group is empty", () -> isDeleted(admin));
        }
    }

    private static boolean isDeleted(Admin admin) {
        try {
            admin.deleteConsumerGroups(List.of(GROUP)).all().get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Where the group reads on. */
    long offset(String topic, int partition) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(topic, partition))
                    .offset();
        }
    }

    RecordTail everything(String... topics) {
        return TestBroker.at(bootstrapServers).tailFromBeginning(topics);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
