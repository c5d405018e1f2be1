package dev.sheetway.schema.executor;

import dev.sheetway.schema.planner.CellKind;
import dev.sheetway.schema.planner.ColumnCells;
import dev.sheetway.schema.planner.RowRanges;
import dev.sheetway.workspace.Cell;
import java.util.EnumSet;
import java.util.Set;

/** Takes a column's cells below the header in ascending order; remembers where something stands, never what. */
final class ColumnCollector {
    private final int firstRow;
    private final RowRanges.Builder filled = new RowRanges.Builder();
    private final Set<CellKind> kinds = EnumSet.noneOf(CellKind.class);

    /** @param firstRow 0-based, the first one below the header */
    ColumnCollector(int firstRow) {
        this.firstRow = firstRow;
    }

    void cell(int row, Cell cell) {
        CellKind kind = CellKind.of(cell);
        if (row >= firstRow && kind != CellKind.BLANK) {
            filled.add(row);
            kinds.add(kind);
        }
    }

    ColumnCells cells() {
        return new ColumnCells(filled.build(), kinds);
    }
}
