package dev.sheetway.schema.planner;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.workspace.Workbook;
import java.util.Map;
import java.util.Optional;

/**
 * What a planner needs to know of a sheet at one instant.
 *
 * @param source {@code google} or {@code emulator}
 * @param otherCells cells of the spreadsheet's other tabs, as far as they were read
 * @param realRows rows below the header whose key is not blank; empty where the command does not need them
 * @param columns cells of the columns that were read, by 0-based column index
 * @param audit empty when the plan names none
 * @param findings about the plan's changes of what is there
 */
public record SheetSnapshot(
        SpreadsheetId spreadsheetId,
        String source,
        String title,
        Workbook.Tab tab,
        long otherCells,
        Marks marks,
        HeaderRow header,
        RowRanges realRows,
        Map<Integer, ColumnCells> columns,
        Optional<AuditTab> audit,
        Findings findings) {
    public SheetSnapshot {
        columns = Map.copyOf(columns);
    }

    public SheetSnapshot with(Findings found) {
        return new SheetSnapshot(
                spreadsheetId, source, title, tab, otherCells, marks, header, realRows, columns, audit, found);
    }

    /** Cells of the spreadsheet, as far as its tabs were read. */
    long cells() {
        return otherCells + (long) tab.rowCount() * tab.columnCount();
    }

    /** Whether {@code later} has the same columns at the same places and as many rows: what was read between is of both. */
    public boolean isLaidOutAs(SheetSnapshot later) {
        return tab.sheetId() == later.tab.sheetId()
                && tab.rowCount() == later.tab.rowCount()
                && tab.columnCount() == later.tab.columnCount()
                && header.equals(later.header)
                && marks.anchors().equals(later.marks.anchors())
                && marks.spots().equals(later.marks.spots());
    }

    /** The cells of a column, none when it was not read. */
    public ColumnCells cells(int column) {
        return columns.getOrDefault(column, ColumnCells.EMPTY);
    }
}
