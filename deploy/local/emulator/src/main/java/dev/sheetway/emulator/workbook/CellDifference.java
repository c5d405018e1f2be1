package dev.sheetway.emulator.workbook;

import org.apache.poi.ss.util.CellReference;

/**
 * One way in which one cell differs between two files.
 *
 * @param tab the tab's title in both files
 * @param row 0-based row in the right file
 * @param column 0-based column in the right file
 * @param kind what differs
 * @param left what the left file has, with its type, empty when nothing
 * @param right what the right file has, with its type, empty when nothing
 */
public record CellDifference(String tab, int row, int column, Kind kind, String left, String right) {
    /** What of a cell can differ. A formula's text and its cached result are told apart. */
    public enum Kind {
        VALUE,
        FORMULA,
        CACHED_RESULT,
        NUMBER_FORMAT,
        NOTE,
        VALIDATION,
        /** Font, fill, borders, alignment. */
        APPEARANCE,
        LINK
    }

    /** The cell in A1 notation, without the tab. */
    public String reference() {
        return new CellReference(row, column).formatAsString();
    }
}
