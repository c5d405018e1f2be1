package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.wire.JournalCodec;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code -Dsheetway.saga.seeds=N} runs more seeds, {@code -Dsheetway.saga.seed=N} repeats one and prints its journal. */
class SagaSimulationTest {
    private static final long SEEDS = 1_000;

    @Test
    void everyAcceptedMigrationEndsAndTheSheetIsWhatItsEndSays() {
        long only = Long.getLong("sheetway.saga.seed", -1);
        long begin = only < 0 ? 0 : only;
        long end = only < 0 ? Long.getLong("sheetway.saga.seeds", SEEDS) : only + 1;
        long started = System.nanoTime();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (long seed = begin; seed < end; seed++) {
            Schedule schedule = new Schedule(seed);
            try {
                schedule.run();
            } catch (AssertionError | RuntimeException failure) {
                print(schedule);
                throw new AssertionError("seed " + seed + ", repeat it with -Dsheetway.saga.seed=" + seed, failure);
            }
            schedule.outcomes().forEach(name -> outcomes.merge(name, 1, Integer::sum));
        }
        System.out.printf(
                "simulated seeds %d to %d in %s: %s%n",
                begin, end - 1, Duration.ofNanos(System.nanoTime() - started), outcomes);
        if (only < 0) {
            assertThat(outcomes)
                    .as("runs that meet every end")
                    .containsKeys("COMPLETED", "ROLLED_BACK", "REFUSED", "RESTORED", "BASELINED");
        } else {
            schedulePrinted(only);
        }
    }

    private static void schedulePrinted(long seed) {
        Schedule schedule = new Schedule(seed);
        schedule.run();
        print(schedule);
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
