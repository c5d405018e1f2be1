package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private final RetryPolicy policy = RetryPolicy.DEFAULT;

    private static CommandId command(long bits) {
        return new CommandId(new UUID(0, bits));
    }

    private Duration delay(FailureClass failureClass, String code, long bits, int failures) {
        return policy.delay(Failure.of(failureClass, code, ""), command(bits), failures);
    }

    @Test
    void startsSoonerWhereReadingTheSlotSettlesIt() {
        assertThat(LongStream.range(-500, 500).mapToObj(bits -> delay(FailureClass.UNKNOWN, "lost", bits, 1)))
                .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
        assertThat(LongStream.range(-500, 500).mapToObj(bits -> delay(FailureClass.RETRYABLE, "busy", bits, 1)))
                .allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4)));
    }

    @Test
    void doublesUpToFiveMinutes() {
        assertThat(delay(FailureClass.RETRYABLE, "busy", 0, 2)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(delay(FailureClass.RETRYABLE, "busy", 0, 19))
                .isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
        assertThat(delay(FailureClass.RETRYABLE, "busy", 0, Integer.MAX_VALUE))
                .isBetween(Duration.ofSeconds(150), Duration.ofMinutes(5));
    }

    @Test
    void isTheSameForTheSameCommandAndSpreadOverDifferentOnes() {
        assertThat(delay(FailureClass.RETRYABLE, "busy", 42, 3))
                .isEqualTo(delay(FailureClass.RETRYABLE, "busy", 42, 3));
        assertThat(LongStream.range(0, 100)
                        .mapToObj(bits -> delay(FailureClass.RETRYABLE, "busy", bits * 7919, 5))
                        .distinct())
                .hasSizeGreaterThan(50);
    }

    @Test
    void waitsAtLeastHalfAMinuteForQuota() {
        assertThat(delay(FailureClass.RETRYABLE, "rate-limited", 0, 1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(delay(FailureClass.RETRYABLE, "rate-limited", 0, 10)).isGreaterThan(Duration.ofSeconds(30));
    }

    @Test
    void refusesAPolicyThatCannotBeMeant() {
        assertThatThrownBy(() -> new RetryPolicy(
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ZERO,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .hasMessage("retry policy retryableBase PT0S: expected more than zero");
    }
}
