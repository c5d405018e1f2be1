package dev.sheetway.workspace;

import java.util.List;
import java.util.Optional;

/** One request of a batch, in our own words; indexes are 0-based. */
public sealed interface Effect {

    /** @param inherit formats of the column before (true) or after (false); at the grid's end only before is possible */
    record InsertColumns(int sheetId, int at, int count, boolean inherit) implements Effect {}

    record InsertRows(int sheetId, int at, int count, boolean inherit) implements Effect {}

    /** Writes typed constants and formats; a text that starts with {@code =} stays text. */
    record WriteCells(int sheetId, int row, int column, List<List<CellWrite>> rows) implements Effect {
        public WriteCells {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The same content or format in every cell of {@code area}. */
    record FillCells(GridArea area, CellWrite cell) implements Effect {}

    /** Cells exactly as they were read before, over whatever stands there; an error value cannot be entered. */
    record PutCells(int sheetId, int row, int column, List<List<Cell>> rows, Extent extent) implements Effect {
        public PutCells {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** How much of a cell is put. */
    enum Extent {
        /** Content, number format and validation; the rest stays as it is. */
        AS_ENTERED,
        /** Every format, the note and the text runs, too. */
        EVERYTHING
    }

    /** Gives a tab another title. */
    record RenameTab(int sheetId, String title) implements Effect {}

    /** @param rule JSON of Google's DataValidationRule; empty: remove */
    record SetValidation(GridArea area, Optional<String> rule) implements Effect {}

    /** Developer metadata on a column; it moves with it. */
    record AnchorColumn(int sheetId, int column, int metadataId, String key, String value) implements Effect {}

    record RemoveMetadata(int metadataId) implements Effect {}

    /** Developer metadata on the spreadsheet, replacing what stood under {@code metadataId}. */
    record PutSpreadsheetMetadata(Optional<Integer> replaces, String key, String value) implements Effect {}

    record AddTab(int sheetId, String title, int rows, int columns, boolean hidden) implements Effect {}

    /** Copies cells with values, formulas and formats. */
    record CopyCells(GridArea from, GridArea to) implements Effect {}

    /** Copies data validation rules alone. */
    record CopyRules(GridArea from, GridArea to) implements Effect {}

    /** Hides a tab under another title, so that its own is free. */
    record RetireTab(int sheetId, String title) implements Effect {}

    record DeleteColumns(int sheetId, int start, int end) implements Effect {}

    /** Keeps a second deployment out; at most one lock stands on a spreadsheet. */
    record TakeLock(String owner) implements Effect {}

    record ReleaseLock() implements Effect {}

    /** @param content empty: leave the content alone; {@code format} empty: leave the format alone */
    record CellWrite(Optional<CellContent> content, Optional<NumberFormat> format) {
        public static CellWrite of(CellContent content) {
            return new CellWrite(Optional.of(content), Optional.empty());
        }
    }
}
