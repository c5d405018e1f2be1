package dev.sheetway.schema.planner;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Set;

/** A back-fill's expression over one row. */
@FunctionalInterface
public interface RowValue {
    Outcome of(List<Cell> row);

    /** Columns that the rows so far were asked for, 0-based. */
    default Set<Integer> columns() {
        return Set.of();
    }

    sealed interface Outcome {}

    record Value(CellContent content) implements Outcome {}

    /** The expression yields null: leave the cell. */
    record Nothing() implements Outcome {}

    /** @param reason without any cell value */
    record Unevaluable(String reason) implements Outcome {}
}
