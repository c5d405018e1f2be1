package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.CommandHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final HandDrivenTime time = new HandDrivenTime();
    private final List<CommandHeader> hung = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(230), time, time::nanos, hung::add);

    @Test
    void tripsOnceWhenACommandIsSilentForTooLong() {
        // Given
        watchdog.watch(Samples.header(1));

        // When
        time.advance(Duration.ofSeconds(229));
        List<CommandHeader> before = List.copyOf(hung);
        time.advance(Duration.ofSeconds(500));

        // Then
        assertThat(before).isEmpty();
        assertThat(hung).containsExactly(Samples.header(1));
    }

    @Test
    void eachSignOfLifeBuysTheWholeTimeAgain() {
        // Given
        Watchdog.Watch watch = watchdog.watch(Samples.header(1));

        // When
        time.advance(Duration.ofSeconds(200));
        watch.signOfLife();
        time.advance(Duration.ofSeconds(200));
        watch.signOfLife();
        time.advance(Duration.ofSeconds(229));
        List<CommandHeader> before = List.copyOf(hung);
        time.advance(Duration.ofSeconds(2));

        // Then
        assertThat(before).isEmpty();
        assertThat(hung).hasSize(1);
    }

    @Test
    void aCommandThatEndedIsLeftAlone() {
        // Given
        Watchdog.Watch watch = watchdog.watch(Samples.header(1));

        // When
        watch.close();
        time.advance(Duration.ofHours(1));

        // Then
        assertThat(hung).isEmpty();
    }

    private static final class HandDrivenTime implements Watchdog.Timer {
        private record Due(long at, Runnable task) {}

        private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
        private long now = -17;

        long nanos() {
            return now;
        }

        @Override
        public void after(Duration delay, Runnable task) {
            due.add(new Due(now + delay.toNanos(), task));
        }

        void advance(Duration by) {
            long end = now + by.toNanos();
            while (!due.isEmpty() && due.peek().at() <= end) {
                Due next = due.poll();
                now = next.at();
                next.task().run();
            }
            now = end;
        }
    }
}
