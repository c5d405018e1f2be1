package dev.sheetway.verify.checks.table;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Optional;

/** A back-fill's expression: what it puts into a cell of the row; empty: nothing. */
@FunctionalInterface
public interface RowFunction {
    /** @param header texts of the backup, by column; {@code row} its cells from column A on */
    Optional<CellContent> of(List<String> header, List<Cell> row);
}
