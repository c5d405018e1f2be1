package dev.sheetway.orchestrator.stream;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadDeathsTest {
    private final AtomicInteger ended = new AtomicInteger();
    private Instant now = Instant.EPOCH;
    private final ThreadDeaths deaths = new ThreadDeaths(() -> now, ended::incrementAndGet);

    /** Without its trace, which the handler logs. */
    private static Throwable death() {
        Throwable death = new IllegalStateException("test");
        death.setStackTrace(new StackTraceElement[0]);
        return death;
    }

    @Test
    void replacesThreeThreadsAndThenEndsTheProcess() {
        for (int i = 0; i < 3; i++) {
            assertThat(deaths.handle(death())).isEqualTo(REPLACE_THREAD);
        }
        assertThat(ended).hasValue(0);

        assertThat(deaths.handle(death())).isEqualTo(SHUTDOWN_CLIENT);

        assertThat(ended).hasValue(1);
    }

    @Test
    void forgetsDeathsOfLongAgo() {
        for (int i = 0; i < 10; i++) {
            assertThat(deaths.handle(death())).isEqualTo(REPLACE_THREAD);
            now = now.plus(Duration.ofMinutes(4));
        }
    }
}
