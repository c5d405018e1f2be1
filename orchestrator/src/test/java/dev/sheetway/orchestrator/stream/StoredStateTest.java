package dev.sheetway.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.orchestrator.saga.DueTimes;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.RetentionSchedule;
import dev.sheetway.orchestrator.saga.simulation.Saga;
import dev.sheetway.orchestrator.saga.simulation.Schedule;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoredStateTest {
    private static final int SEEDS = 60;

    @ParameterizedTest
    @MethodSource("runs")
    void keepsEveryStateThatARunComesThrough(BiFunction<Long, Saga, Schedule> run) {
        AtomicInteger states = new AtomicInteger();
        Saga saga = new Saga() {
            @Override
            public SpreadsheetState stored(SpreadsheetState state) {
                states.incrementAndGet();
                return throughTheStore(state);
            }
        };
        for (long seed = 10_000; seed < 10_000 + SEEDS; seed++) {
            run.apply(seed, saga).run();
        }
        assertThat(states).hasValueGreaterThan(SEEDS);
    }

    static Stream<BiFunction<Long, Saga, Schedule>> runs() {
        return Stream.of(Schedule::new, RetentionSchedule::new);
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
