package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class FatalFailuresTest {

    @Test
    void aBrokerThatIsAwayIsNotFatal() {
        assertThat(FatalFailures.isFatal(new TimeoutException("120 s"))).isFalse();
        assertThat(FatalFailures.isFatal(new NotLeaderOrFollowerException("moved")))
                .isFalse();
    }

    @Test
    void aMissingPermissionIsFatalHoweverItIsWrapped() {
        // Given
        TopicAuthorizationException denied = new TopicAuthorizationException("events");
        RuntimeException retriesEnded = new IllegalStateException("retries exhausted");
        retriesEnded.addSuppressed(denied);

        // Then
        assertThat(FatalFailures.isFatal(denied)).isTrue();
        assertThat(FatalFailures.isFatal(new RuntimeException(denied))).isTrue();
        assertThat(FatalFailures.isFatal(retriesEnded)).isTrue();
    }

    @Test
    void tooLargeIsToldApart() {
        assertThat(FatalFailures.isTooLarge(new RuntimeException(new RecordTooLargeException("2 MB"))))
                .isTrue();
        assertThat(FatalFailures.isFatal(new RecordTooLargeException("2 MB"))).isFalse();
    }
}
