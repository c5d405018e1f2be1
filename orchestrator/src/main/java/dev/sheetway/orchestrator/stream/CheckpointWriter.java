package dev.sheetway.orchestrator.stream;

import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Writes the saga store's changelog and the group's offsets in one transaction: whoever is killed meanwhile leaves what
 * was there before. Confined to one thread; closed without {@link #commit} it takes everything back.
 */
final class CheckpointWriter implements AutoCloseable {
    /** Kafka's most; ten thousand migrations are written in seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final KafkaProducer<byte[], byte[]> producer;
    private boolean open;
    private int written;
    private int removed;

    /** @param client connection and security, by Kafka's own names */
    CheckpointWriter(Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, SagaTopology.APPLICATION + "-rebuild");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST.toMillis());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, StreamsSettings.LARGEST_RECORD);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions(); // ends what a rebuild that was killed left open
        producer.beginTransaction();
        open = true;
    }

    /** Makes a partition of the changelog say exactly {@code states}; records that do are not written again. */
    void write(int partition, Map<String, SpreadsheetState> states, PartitionReader reader) {
        TopicPartition place = new TopicPartition(SagaTopology.CHANGELOG, partition);
        Map<String, byte[]> there = new TreeMap<>();
        reader.read(place, record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                there.remove(key);
            } else {
                there.put(key, record.value());
            }
        });
        states.forEach((key, state) -> {
            byte[] value = StoredState.write(state);
            if (!Arrays.equals(value, there.remove(key))) {
                send(partition, key, value);
                written++;
            }
        });
        for (String nobodyKnows : there.keySet()) {
            send(partition, nobodyKnows, null);
            removed++;
        }
    }

    private void send(int partition, String key, byte @Nullable [] value) {
        // a failure fails the transaction, and so the commit
        var unused = producer.send(new ProducerRecord<>(SagaTopology.CHANGELOG, partition, Utils.utf8(key), value));
    }

    /** States that were not as the journal says. */
    int written() {
        return written;
    }

    /** Records of spreadsheets that the journal does not know. */
    int removed() {
        return removed;
    }

    /**
     * Everything, or nothing.
     *
     * @throws org.apache.kafka.common.KafkaException when an orchestrator has come meanwhile
     */
    void commit(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = positions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue())));
        producer.sendOffsetsToTransaction(offsets, new ConsumerGroupMetadata(SagaTopology.APPLICATION));
        producer.commitTransaction();
        open = false;
    }

    @Override
    public void close() {
        try {
            if (open) {
                producer.abortTransaction();
            }
        } finally {
            producer.close(Duration.ofSeconds(10));
        }
    }
}
