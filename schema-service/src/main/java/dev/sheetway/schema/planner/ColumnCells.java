package dev.sheetway.schema.planner;

import java.util.Set;

/**
 * What stands in a column below the header.
 *
 * @param filled rows whose cell is not blank
 * @param kinds of the cells that are not blank
 */
public record ColumnCells(RowRanges filled, Set<CellKind> kinds) {
    public static final ColumnCells EMPTY = new ColumnCells(RowRanges.NONE, Set.of());

    public ColumnCells {
        kinds = Set.copyOf(kinds);
    }
}
