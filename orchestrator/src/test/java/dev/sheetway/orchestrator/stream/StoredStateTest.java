package dev.sheetway.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.orchestrator.saga.DueTimes;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.Saga;
import dev.sheetway.orchestrator.saga.simulation.Schedule;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StoredStateTest {
    private static final int SEEDS = 60;

    @Test
    void keepsEveryStateThatARunComesThrough() {
        AtomicInteger states = new AtomicInteger();
        Saga saga = new Saga() {
            @Override
            public SpreadsheetState stored(SpreadsheetState state) {
                states.incrementAndGet();
                return throughTheStore(state);
            }
        };
        for (long seed = 10_000; seed < 10_000 + SEEDS; seed++) {
            new Schedule(seed, saga).run();
        }
        assertThat(states).hasValueGreaterThan(SEEDS * 3);
    }

    /** The simulation compares what comes back. */
    private static SpreadsheetState throughTheStore(SpreadsheetState state) {
        byte[] value = StoredState.write(state);
        StoredState.Preface preface = StoredState.preface(value);
        assertThat(preface.outstanding())
                .isEqualTo(OutstandingCommands.of(state).size());
        assertThat(preface.due().isPresent()).isEqualTo(DueTimes.next(state).isPresent());
        preface.due().ifPresent(due -> assertThat(
                        Duration.between(DueTimes.next(state).orElseThrow(), due))
                .isBetween(Duration.ZERO, Duration.ofMillis(1)));
        assertThat(preface.waitsSince())
                .isEqualTo(DueTimes.waitsSince(state).map(each -> each.truncatedTo(ChronoUnit.MILLIS)));
        return StoredState.read(value);
    }
}
