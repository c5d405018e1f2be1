package dev.sheetway.orchestrator.stream;

import dev.sheetway.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Notices a changelog that was deleted and made again: Kafka Streams would restore an empty store from it, forget every
 * migration under way, and run old requests a second time.
 */
final class CheckpointGuard {
    private static final Duration POLL = Duration.ofSeconds(2);

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
        boolean suspicious = end(SagaTopology.CHANGELOG) == 0 && end(Topics.JOURNAL) > 0;
        // what a first transaction left behind when it was aborted moves the end, too
        return suspicious && holdsCommittedRecords(Topics.JOURNAL)
                ? Optional.of("topic \"" + SagaTopology.CHANGELOG + "\" is empty although \"" + Topics.JOURNAL
                        + "\" holds decisions: expected the saga's state in it; nothing was read or written; restore"
                        + " the topic, or every migration under way is forgotten")
                : Optional.empty();
    }

    private long end(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions(topic).stream().collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().values().stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    private List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private boolean holdsCommittedRecords(String topic) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions(topic));
            consumer.seekToBeginning(consumer.assignment());
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }
}
