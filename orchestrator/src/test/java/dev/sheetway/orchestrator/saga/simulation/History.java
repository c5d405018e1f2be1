package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Decided;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The journal so far. Worlds share what they have in common, and each entry is folded once for all of them. */
final class History {
    static final History EMPTY = new History(Optional.empty(), Optional.empty());

    private final Optional<History> before;
    private final Optional<Decided> newest;
    private Optional<Map<String, SpreadsheetState>> folded = Optional.empty();

    private History(Optional<History> before, Optional<Decided> newest) {
        this.before = before;
        this.newest = newest;
    }

    History and(Decided decided) {
        return new History(Optional.of(this), Optional.of(decided));
    }

    /** Oldest first. */
    List<Decided> all() {
        Deque<Decided> all = new ArrayDeque<>();
        for (Optional<History> each = Optional.of(this); each.isPresent(); each = each.get().before) {
            each.get().newest.ifPresent(all::addFirst);
        }
        return List.copyOf(all);
    }

    /** What a process makes of the journal that knows nothing else. */
    Map<String, SpreadsheetState> fold() {
        Deque<History> unfolded = new ArrayDeque<>();
        History known = this;
        while (known.folded.isEmpty() && known.before.isPresent()) {
            unfolded.push(known);
            known = known.before.get();
        }
        Map<String, SpreadsheetState> states = known.folded.orElse(Map.of());
        for (History each : unfolded) {
            states = with(states, each.newest.orElseThrow());
            each.folded = Optional.of(states);
        }
        return states;
    }

    private static Map<String, SpreadsheetState> with(Map<String, SpreadsheetState> states, Decided decided) {
        Map<String, SpreadsheetState> after = new TreeMap<>(states);
        SpreadsheetState before =
                states.getOrDefault(decided.key(), SpreadsheetState.untouched(ModelledOrchestrator.SHEET));
        after.put(decided.key(), ModelledOrchestrator.fold(before, decided.entries()));
        return after;
    }
}
