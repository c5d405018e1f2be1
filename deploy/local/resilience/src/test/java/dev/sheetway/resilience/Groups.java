package dev.sheetway.resilience;

import dev.sheetway.contracts.Participant;
import dev.sheetway.launcher.Part;
import dev.sheetway.wire.Partitions;
import dev.sheetway.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The consumer groups of a stack, as its broker knows them. */
final class Groups implements AutoCloseable {
    private final Admin admin;

    Groups(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static String groupOf(Part part) {
        return part == Part.ORCHESTRATOR ? "sheetway-orchestrator" : part.wireName();
    }

    /** Whether it has committed nothing beyond the record of {@code spreadsheetId} that it is working on. */
    boolean committedBehind(Part victim, Participant service, String spreadsheetId, int partitions) {
        String topic = victim == Part.ORCHESTRATOR ? Topics.events(service) : Topics.commands(service);
        TopicPartition place = new TopicPartition(topic, Partitions.of(spreadsheetId, partitions));
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(groupOf(victim))
                    .partitionsToOffsetAndMetadata()
                    .get();
            long end = admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                    .partitionResult(place)
                    .get()
                    .offset();
            OffsetAndMetadata mark = committed.get(place);
            return mark == null || mark.offset() < end;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Whether each of {@code count} processes of every one of {@code parts} has partitions to read. */
    boolean share(List<Part> parts, int count) {
        try {
            Map<String, ConsumerGroupDescription> groups = admin.describeConsumerGroups(
                            parts.stream().map(Groups::groupOf).toList())
                    .all()
                    .get();
            return groups.values().stream()
                    .allMatch(group -> group.members().stream()
                                    .filter(member -> !member.assignment()
                                            .topicPartitions()
                                            .isEmpty())
                                    .count()
                            >= count);
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static IllegalStateException interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(interrupted);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
