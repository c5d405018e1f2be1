package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.wire.JournalCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** {@code -Dsheetway.saga.seeds=N} runs more seeds, {@code -Dsheetway.saga.seed=N} repeats one. */
class SagaSimulationTest {
    private static final int STEPS = 300;

    @Test
    void everyAcceptedMigrationEndsAndTheSheetIsWhatItsEndSays() {
        long only = Long.getLong("sheetway.saga.seed", -1);
        long seeds = Long.getLong("sheetway.saga.seeds", 1_000);
        Map<String, Integer> outcomes = new HashMap<>();
        for (long seed = only < 0 ? 0 : only; seed < (only < 0 ? seeds : only + 1); seed++) {
            Simulation simulation = new Simulation(seed, UnaryOperator.identity());
            try {
                simulation.run(STEPS);
            } catch (AssertionError | RuntimeException failure) {
                simulation.journal().forEach(SagaSimulationTest::print);
                throw new AssertionError("seed " + seed + " (-Dsheetway.saga.seed=" + seed + ")", failure);
            }
            simulation.outcomes().forEach(name -> outcomes.merge(name, 1, Integer::sum));
        }
        System.out.println("simulated " + seeds + " seeds: " + outcomes);
        if (only < 0) {
            assertThat(outcomes).as("runs that meet every end").containsKeys("COMPLETED", "ROLLED_BACK", "REFUSED");
        }
    }

    private static void print(JournalEntry entry) {
        JournalHeader header = entry.header();
        System.out.printf(
                "%s %s %s %s/%s/%d %s%n",
                header.at(),
                header.migrationId(),
                JournalCodec.kind(entry),
                header.step(),
                header.direction(),
                header.attempt(),
                header.state());
    }
}
