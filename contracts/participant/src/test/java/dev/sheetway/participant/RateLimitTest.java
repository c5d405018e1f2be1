package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {

    @ParameterizedTest(name = "clock begins at {0}")
    @ValueSource(longs = {0, -5_000_000_000L, Long.MAX_VALUE - 1_000_000_000L})
    void letsTheFirstThroughAndThenOneInEachSecond(long begin) {
        // Given: one call each 250 ms for 3 s
        AtomicLong now = new AtomicLong();
        RateLimit limit = new RateLimit(Duration.ofSeconds(1), now::get);

        // When
        List<Long> through = LongStream.rangeClosed(0, 12)
                .map(i -> i * 250)
                .filter(millis -> {
                    now.set(begin + millis * 1_000_000);
                    return limit.permits();
                })
                .boxed()
                .toList();

        // Then
        assertThat(through).containsExactly(0L, 1_000L, 2_000L, 3_000L);
    }
}
