package dev.sheetway.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    private final Map<String, Object> settings =
            StreamsSettings.of(Map.of("bootstrap.servers", "broker:1", "security.protocol", "SSL"), "orchestrator-7");
    private final StreamsConfig config = new StreamsConfig(settings);

    @Test
    void setsWhatWouldHurtByDefault() {
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getLong("commit.interval.ms")).isEqualTo(10L);
        assertThat(config.getLong("poll.ms"))
                .as("no longer than the commit interval, which is looked at between polls")
                .isLessThanOrEqualTo(config.getLong("commit.interval.ms"));
        assertThat(config.getLong("statestore.cache.max.bytes")).isZero();
        assertThat(config.getInt("num.stream.threads")).isEqualTo(1);
        assertThat(config.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(config.getString("application.id")).isEqualTo("sheetway-orchestrator");
        assertThat(config.getLong("reconnect.backoff.max.ms")).isEqualTo(200L);
    }

    @Test
    void restoresInLargePieces() {
        assertThat(config.getRestoreConsumerConfigs("test"))
                .containsEntry("max.poll.records", 10_000)
                .containsEntry("max.partition.fetch.bytes", 8 * 1024 * 1024)
                .containsEntry("receive.buffer.bytes", 1024 * 1024)
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void refusesToStartWithLessThanExactlyOnce() {
        assertThatThrownBy(() -> StreamsSettings.requireExactlyOnce(Map.of("processing.guarantee", "at_least_once")))
                .isInstanceOf(UnsafeStart.class)
                .hasMessageStartingWith("kafka.processing.guarantee is \"at_least_once\": expected exactly_once_v2")
                .hasMessageContaining("nothing was read or written");
        StreamsSettings.requireExactlyOnce(Map.of("processing.guarantee", "exactly_once_v2"));
        StreamsSettings.requireExactlyOnce(Map.of());
    }

    @Test
    void theProducerWaitsForNobodyAndItsTransactionsAreShort() {
        Map<String, Object> producer = config.getProducerConfigs("test");

        assertThat(producer)
                .containsEntry("linger.ms", 0)
                .containsEntry("transaction.timeout.ms", 3_000)
                .containsEntry("max.request.size", 8 * 1024 * 1024)
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void theConsumerKeepsItsPlaceOverARestart() {
        Map<String, Object> consumer = config.getMainConsumerConfigs("sheetway-orchestrator", "test", 1);

        assertThat(consumer)
                .containsEntry("group.instance.id", "orchestrator-7-1")
                .containsEntry("session.timeout.ms", 6_000)
                .containsEntry("heartbeat.interval.ms", 1_500)
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("bootstrap.servers", "broker:1");
    }
}
