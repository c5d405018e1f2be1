package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Decided;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I7: the same inputs are decided again, by a process whose clock says something else. */
final class Replay {
    private Replay() {}

    static void check(World world) {
        Saga saga = world.orchestrator().saga();
        Map<String, SpreadsheetState> states = new HashMap<>();
        for (Decided decided : world.orchestrator().history()) {
            SpreadsheetState before = states.computeIfAbsent(
                    decided.key(), key -> SpreadsheetState.untouched(ModelledOrchestrator.SHEET));
            List<JournalEntry> again = saga.decide(
                    before, decided.record().input(), decided.record().at(), World.BEGIN);
            assertThat(again).as("I7: the same input decides the same").isEqualTo(decided.entries());
            states.put(decided.key(), ModelledOrchestrator.fold(before, again));
        }
        states.forEach((key, state) -> {
            SpreadsheetState stored = world.orchestrator().state(key);
            assertThat(state).as("I7: replayed journal and store").isEqualTo(stored);
            assertThat(saga.outstanding(state)).isEqualTo(saga.outstanding(stored));
        });
    }
}
