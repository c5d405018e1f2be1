package dev.sheetway.orchestrator.stream;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The orchestrators' consumer group as the broker knows it. */
final class GroupOffsets {
    private GroupOffsets() {}

    /**
     * Offsets of the next record to be read; a group that nobody knows has none. Of a commit under way, which a killed
     * orchestrator may have left open, they are those before it: asked for stable offsets alone, the client leaves out
     * every partition of such a commit.
     */
    static Map<TopicPartition, Long> committed(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return admin
                    .listConsumerGroupOffsets(SagaTopology.APPLICATION)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getValue() != null)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().offset()));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw failure;
        }
    }

    /** Client and host of each orchestrator that the broker takes for alive. */
    static List<String> members(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(SagaTopology.APPLICATION)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(GroupOffsets::described)
                    .toList();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw failure;
        }
    }

    private static String described(MemberDescription member) {
        return member.clientId() + member.host();
    }
}
