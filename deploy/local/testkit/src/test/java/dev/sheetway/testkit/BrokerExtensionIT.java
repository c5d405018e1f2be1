package dev.sheetway.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@WithBroker
class BrokerExtensionIT {

    @Test
    void aTailSeesWhatIsPublishedAfterItWasOpened(TestBroker broker) {
        try (RecordTail tail = broker.tailFromNow(Topics.QUARANTINE)) {
            broker.publish(record("first", "1"));

            var found = tail.awaitKey("first", Duration.ofSeconds(20));

            assertThat(found.value()).asString(StandardCharsets.UTF_8).isEqualTo("1");
        }
    }

    @Test
    void aTailFromTheBeginningSeesWhatWasPublishedBefore(TestBroker broker) {
        broker.publish(record("second", "2"));

        try (RecordTail tail = broker.tailFromBeginning(Topics.QUARANTINE)) {
            assertThat(tail.awaitKey("second", Duration.ofSeconds(20)).topic()).isEqualTo(Topics.QUARANTINE);
        }
    }

    @Test
    void aTailThatWaitedInVainSaysWhatCameInstead(TestBroker broker) {
        try (RecordTail tail = broker.tailFromNow(Topics.QUARANTINE)) {
            broker.publish(record("third", "3"));
            tail.awaitKey("third", Duration.ofSeconds(20));

            assertThatThrownBy(() -> tail.awaitKey("never", Duration.ofMillis(200)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("key third");
        }
    }

    @Test
    void everyoneSharesOneBroker(TestBroker broker) {
        assertThat(new BrokerResource().start()).containsEntry("kafka.bootstrap.servers", broker.bootstrapServers());
    }

    private static ProducerRecord<String, byte[]> record(String key, String value) {
        return new ProducerRecord<>(Topics.QUARANTINE, key, value.getBytes(StandardCharsets.UTF_8));
    }
}
