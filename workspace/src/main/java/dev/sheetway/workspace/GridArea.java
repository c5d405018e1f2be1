package dev.sheetway.workspace;

/**
 * A rectangle of one tab, 0-based and half-open.
 *
 * @param sheetId the tab's id, which survives renaming
 */
public record GridArea(int sheetId, int startRow, int endRow, int startColumn, int endColumn) {
    /** As {@code endRow}: to the end of the grid, wherever that is at that instant; as {@code endColumn} likewise. */
    public static final int END = Integer.MAX_VALUE;

    public GridArea {
        if (startRow < 0 || endRow < startRow || startColumn < 0 || endColumn < startColumn) {
            throw new IllegalArgumentException("rows " + startRow + ".." + endRow + ", columns " + startColumn + ".."
                    + endColumn + ": expected 0 <= start <= end");
        }
    }

    /** Whole columns, rows that come in the meantime included; for requests, not for reads. */
    public static GridArea wholeColumns(int sheetId, int startColumn, int endColumn) {
        return new GridArea(sheetId, 0, END, startColumn, endColumn);
    }

    /** Whole columns of a tab of {@code rows} rows. */
    public static GridArea columns(int sheetId, int rows, int startColumn, int endColumn) {
        return new GridArea(sheetId, 0, rows, startColumn, endColumn);
    }
}
