package dev.sheetway.participant;

import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions that this process owns, and where each of them ended when it was given to it. A record beyond that end
 * was seen by nobody before. Called on the polling thread, asked from others.
 */
@Unremovable
@ApplicationScoped
@Identifier(CommandPartitions.NAME)
class CommandPartitions implements KafkaConsumerRebalanceListener {
    static final String NAME = "sheetway-commands";
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ends.putAll(endsOf(consumer, partitions));
        ParticipantLog.assigned(
                ends.keySet().stream().map(TopicPartition::partition).sorted().toList());
    }

    private static Map<TopicPartition, Long> endsOf(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            return consumer.endOffsets(partitions);
        } catch (KafkaException e) {
            ParticipantLog.endsUnknown(e);
            return partitions.stream().collect(java.util.stream.Collectors.toMap(p -> p, p -> UNKNOWN));
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(ends::remove);
    }

    boolean any() {
        return !ends.isEmpty();
    }

    /** @see Progress#mayHaveRunBefore() */
    boolean mayHaveRunBefore(ConsumerRecord<?, ?> record) {
        Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
        return end == null || record.offset() < end;
    }
}
