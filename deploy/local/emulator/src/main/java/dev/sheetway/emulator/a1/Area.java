package dev.sheetway.emulator.a1;

/** A resolved rectangle of a grid: 0-based, half open. */
public record Area(int startRow, int endRow, int startColumn, int endColumn) {

    public int rows() {
        return endRow - startRow;
    }

    public int columns() {
        return endColumn - startColumn;
    }

    public boolean isEmpty() {
        return rows() <= 0 || columns() <= 0;
    }

    public boolean contains(int row, int column) {
        return row >= startRow && row < endRow && column >= startColumn && column < endColumn;
    }

    public boolean contains(Area other) {
        return other.startRow >= startRow
                && other.endRow <= endRow
                && other.startColumn >= startColumn
                && other.endColumn <= endColumn;
    }

    public boolean intersects(Area other) {
        return startRow < other.endRow
                && other.startRow < endRow
                && startColumn < other.endColumn
                && other.startColumn < endColumn;
    }

    /** The common part; may be empty. */
    public Area intersection(Area other) {
        return new Area(
                Math.max(startRow, other.startRow),
                Math.min(endRow, other.endRow),
                Math.max(startColumn, other.startColumn),
                Math.min(endColumn, other.endColumn));
    }

    /** The range as Google prints it: the title quoted when needed, a single cell without a colon [REC]. */
    public String print(String title) {
        return SheetTitles.quoted(title) + "!" + cells();
    }

    /** The range without a title. */
    public String cells() {
        String first = ColumnNames.of(startColumn) + (startRow + 1);
        return rows() == 1 && columns() == 1 ? first : first + ":" + ColumnNames.of(endColumn - 1) + endRow;
    }
}
