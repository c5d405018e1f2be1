package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Notices a changelog, committed offsets or an input topic that were deleted and made again. Kafka Streams would restore
 * an empty store, forget every migration under way and run old requests a second time; or skip what it never read.
 */
final class CheckpointGuard {
    private final Admin admin;
    private final Map<String, Object> client;
    private final int partitions;

    CheckpointGuard(Admin admin, Map<String, Object> client, int partitions) {
        this.admin = admin;
        this.client = Map.copyOf(client);
        this.partitions = partitions;
    }

    /** Why starting is not safe; empty when it is. Every topic must exist. */
    Optional<String> problem() throws ExecutionException, InterruptedException {
        // one question for all: every start waits for the answer
        Map<TopicPartition, Long> ends = ends(Stream.concat(Stream.of(Topics.JOURNAL, SagaTopology.CHANGELOG), read())
                .toList());
        List<Integer> forgotten =
                decided(ends, partition -> end(ends, new TopicPartition(SagaTopology.CHANGELOG, partition)) == 0);
        if (!forgotten.isEmpty()) {
            return Optional.of("topic \"" + SagaTopology.CHANGELOG + "\" is empty although \"" + Topics.JOURNAL
                    + "\" holds decisions in partitions " + forgotten + ": expected the saga's state in it");
        }
        Map<TopicPartition, Long> committed = GroupOffsets.committed(admin);
        List<Integer> withoutOffsets = decided(ends, partition -> SagaTopology.inputTopics().stream()
                .noneMatch(topic -> committed.containsKey(new TopicPartition(topic, partition))));
        if (!withoutOffsets.isEmpty()) {
            return Optional.of("group \"" + SagaTopology.APPLICATION + "\" has no committed offsets although \""
                    + Topics.JOURNAL + "\" holds decisions in partitions " + withoutOffsets
                    + ": expected those that were committed with them; old requests would be read again");
        }
        return behindTheEnd(committed, ends);
    }

    private static Stream<String> read() {
        return Stream.concat(Stream.of(Topics.REQUESTS), SagaTopology.inputTopics().stream());
    }

    private static Optional<String> behindTheEnd(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
        return read().flatMap(topic ->
                        ends.keySet().stream().filter(each -> each.topic().equals(topic)))
                .filter(each -> committed.getOrDefault(each, 0L) > end(ends, each))
                .findFirst()
                .map(each -> "topic \"" + each.topic() + "\" partition " + each.partition() + " ends at offset "
                        + end(ends, each) + " although " + committed.get(each)
                        + " was read: it was deleted and made again, or restored from an old copy");
    }

    /** The suspicious partitions of the journal that hold decisions. */
    private List<Integer> decided(Map<TopicPartition, Long> ends, IntPredicate suspicious) {
        List<Integer> asked = IntStream.range(0, partitions)
                .filter(partition -> end(ends, new TopicPartition(Topics.JOURNAL, partition)) > 0)
                .filter(suspicious)
                .boxed()
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        // what a first transaction left behind when it was aborted moves the end, too
        try (PartitionReader reader = new PartitionReader(client)) {
            return asked.stream()
                    .filter(partition -> reader.holdsRecords(new TopicPartition(Topics.JOURNAL, partition)))
                    .toList();
        }
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private Map<TopicPartition, Long> ends(List<String> topics) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }
}
