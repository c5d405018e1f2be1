package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.wire.JournalCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code -Dsheetway.saga.seeds=100000} runs more seeds, from {@code -Dsheetway.saga.from} on, {@code -Dsheetway.saga.seed=N} repeats one and prints its
 * journal. Seeds are independent of each other and shared out among the processors.
 */
class SagaSimulationTest {
    private static final long SEEDS = 5_000;
    private static final long SEEDS_OF_RESTORES = 1_000;
    private static final long SEEDS_OF_RETENTION = 1_000;
    private static final long ONLY = Long.getLong("sheetway.saga.seed", -1);

    @Test
    void everyAcceptedMigrationEndsAndTheSheetIsWhatItsEndSays() {
        Map<String, LongAdder> outcomes = simulate(Schedule::new, SEEDS);
        if (ONLY < 0) {
            assertThat(outcomes)
                    .as("runs that meet every end")
                    .containsKeys("COMPLETED", "ROLLED_BACK", "REFUSED", "RESTORED", "BASELINED");
        }
    }

    @Test
    void whatPeopleTypeAfterARestoreStays() {
        Map<String, LongAdder> outcomes = simulate(RestoreSchedule::new, SEEDS_OF_RESTORES);
        if (ONLY < 0) {
            assertThat(outcomes).as("runs that meet every end").containsKeys("COMPLETED", "ROLLED_BACK", "RESTORED");
        }
    }

    @Test
    void backupsGoWhenThePlanGivesThemUpAndNotBefore() {
        Map<String, LongAdder> outcomes = simulate(RetentionSchedule::new, SEEDS_OF_RETENTION);
        if (ONLY < 0) {
            assertThat(outcomes).as("runs that meet every end").containsKeys("Removed", "GivenUp");
        }
    }

    private static Map<String, LongAdder> simulate(LongFunction<Schedule> kind, long seeds) {
        long begin = ONLY < 0 ? Long.getLong("sheetway.saga.from", 0) : ONLY;
        long end = ONLY < 0 ? begin + Long.getLong("sheetway.saga.seeds", seeds) : ONLY + 1;
        long started = System.nanoTime();
        Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
        Map<Long, Throwable> failed = new ConcurrentSkipListMap<>();
        LongStream.range(begin, end).parallel().forEach(seed -> {
            try {
                run(kind.apply(seed)).forEach(name -> outcomes.computeIfAbsent(name, none -> new LongAdder())
                        .increment());
            } catch (AssertionError | RuntimeException failure) {
                failed.put(seed, failure);
            }
        });
        System.out.printf(
                "simulated %d seeds in %s: %s%n", end - begin, Duration.ofNanos(System.nanoTime() - started), outcomes);
        assertThat(failed)
                .as("seeds that fail, each to be repeated with -Dsheetway.saga.seed=N and then pinned")
                .isEmpty();
        return outcomes;
    }

    /**
     * The log's clock was set back under a retry, which then waited for days: {@code 26793}. Of two copies of one open
     * the second took the lock after the first was refused, or cancelled: {@code 23821, 74159, 884, 1283}.
     * A restore took over from the rollback of a completed migration: {@code 32955}.
     */
    @ParameterizedTest
    @ValueSource(longs = {26_793, 23_821, 74_159, 884, 1_283, 32_955})
    void passesWhereItOnceFailed(long seed) {
        new Schedule(seed).run();
    }

    private static List<String> run(Schedule schedule) {
        try {
            schedule.run();
            return schedule.outcomes();
        } finally {
            if (ONLY >= 0) {
                print(schedule);
            }
        }
    }

    private static void print(Schedule schedule) {
        schedule.world().orchestrator().history().forEach(decided -> {
            System.out.println("< " + decided.record());
            decided.entries().forEach(entry -> {
                JournalHeader header = entry.header();
                System.out.printf(
                        "    %s %s %s %s/%s/%d %s%n",
                        header.at(),
                        header.migrationId(),
                        JournalCodec.kind(entry),
                        header.step(),
                        header.direction(),
                        header.attempt(),
                        header.state());
            });
        });
    }
}
