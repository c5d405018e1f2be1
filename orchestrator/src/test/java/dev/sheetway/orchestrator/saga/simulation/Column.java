package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.MigrationId;
import java.util.Map;
import java.util.Optional;

/**
 * A column, wherever it stands.
 *
 * @param id of the column itself; no request can name it
 * @param anchor the migration that made it; moves with the column
 * @param values by row; each value was typed once by one person, or is 0, the initial value
 */
record Column(int id, Optional<MigrationId> anchor, Map<Integer, Integer> values) {
    static final int ROWS = 3;
    static final int INITIAL = 0;

    Column {
        values = Map.copyOf(values);
    }

    Column with(int row, int value) {
        var changed = new java.util.HashMap<>(values);
        changed.put(row, value);
        return new Column(id, anchor, changed);
    }
}
