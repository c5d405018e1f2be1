package dev.sheetway.orchestrator.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings; those that would hurt by their defaults are set and tested. */
final class StreamsSettings {
    /** The saga's whole state is one record: the saga bounds what it keeps so that it stays below this. */
    static final int LARGEST_RECORD = 8 * 1024 * 1024;

    private StreamsSettings() {}

    /**
     * @param client connection and security, by Kafka's own names
     * @param instanceId stable over restarts and different in each process: the group then waits for a restarted
     *     process for one session instead of moving its partitions
     */
    static Map<String, Object> of(Map<String, String> client, String instanceId) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, SagaTopology.APPLICATION);
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, SagaTopology.APPLICATION + "-" + instanceId);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // under load the latency of a step is one commit interval and one linger; alone see PromptCommits
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 10L);
        // the interval is looked at between polls only: by default what was decided last would wait for 100 ms of
        // silence
        settings.put(StreamsConfig.POLL_MS_CONFIG, 10L);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        // a killed orchestrator's transaction hides what follows it from read_committed readers until it times out
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 3_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        // a broker that comes back is found at once: by default each client would look for it every second only
        settings.put(StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200L);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        restoring(settings);
        group(settings, instanceId);
        return settings;
    }

    /** Ten thousand states are tens of megabytes: by Kafka's defaults they come in a thousand small answers. */
    private static void restoring(Map<String, Object> settings) {
        settings.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
        settings.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), LARGEST_RECORD);
        settings.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), 1024 * 1024);
    }

    /** @throws UnsafeStart when the configuration asks for less than the saga needs; it would not get it either */
    static void requireExactlyOnce(Map<String, String> client) {
        String asked = client.getOrDefault(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        if (!asked.equals(StreamsConfig.EXACTLY_ONCE_V2)) {
            throw new UnsafeStart("kafka." + StreamsConfig.PROCESSING_GUARANTEE_CONFIG + " is \"" + asked
                    + "\": expected " + StreamsConfig.EXACTLY_ONCE_V2 + " or nothing; nothing was read or written; a"
                    + " command whose decision is lost could be carried out unknown to the saga: see"
                    + " docs/decisions/0007-exactly-once-is-required.md; remove the setting");
        }
    }

    private static void group(Map<String, Object> settings, String instanceId) {
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        // a request published before the first start counts as well
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }
}
