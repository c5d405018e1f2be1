package dev.sheetway.workspace;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rectangle of a tab of which only the title is known yet, 0-based and half-open.
 *
 * @param endRow empty: to the end of the grid; so is {@code endColumn}
 */
public record TabArea(String tab, int startRow, OptionalInt endRow, int startColumn, OptionalInt endColumn) {
    /** A whole row. */
    public static TabArea row(String tab, int row) {
        return new TabArea(tab, row, OptionalInt.of(row + 1), 0, OptionalInt.empty());
    }

    /** Whole columns from {@code start} to before {@code end}. */
    public static TabArea columns(String tab, int start, int end) {
        return new TabArea(tab, 0, OptionalInt.empty(), start, OptionalInt.of(end));
    }

    /** The part of it that lies inside the grid of {@code tab}; empty: none. */
    public Optional<GridArea> within(Workbook.Tab grid) {
        int rows = Math.min(grid.rowCount(), endRow.orElse(Integer.MAX_VALUE));
        int columns = Math.min(grid.columnCount(), endColumn.orElse(Integer.MAX_VALUE));
        return startRow < rows && startColumn < columns
                ? Optional.of(new GridArea(grid.sheetId(), startRow, rows, startColumn, columns))
                : Optional.empty();
    }
}
