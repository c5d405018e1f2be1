package dev.sheetway.workspace.restore;

import dev.sheetway.workspace.Effect;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places that this execution has written: what then still looks otherwise cannot be put back. */
final class Written {
    private record Row(int sheetId, int row) {}

    private final Map<Row, BitSet> columns = new HashMap<>();

    void add(List<Effect> batch) {
        for (Effect effect : batch) {
            if (effect instanceof Effect.PutCells put) {
                for (int i = 0; i < put.rows().size(); i++) {
                    columns.computeIfAbsent(new Row(put.sheetId(), put.row() + i), row -> new BitSet())
                            .set(put.column(), put.column() + put.rows().get(i).size());
                }
            }
        }
    }

    boolean contains(Place place) {
        BitSet row = columns.get(new Row(place.sheetId(), place.row()));
        return row != null && row.get(place.column());
    }
}
