package dev.sheetway.verify.checks.table;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;

/** One row in few bytes. */
final class RowImage {
    /** 0-based row in the tab. */
    final int row;
    /** Hash of the key cell; 0 when it is blank or there is no key column. */
    final long key;

    private final int firstColumn;
    private final long[] cells;

    RowImage(int row, long key, int firstColumn, long[] cells) {
        this.row = row;
        this.key = key;
        this.firstColumn = firstColumn;
        this.cells = cells;
    }

    /**
     * @param firstColumn that {@code cells} begin with
     * @param keyColumn column of the key in the tab; -1: none
     */
    static RowImage of(int row, List<Cell> cells, int firstColumn, int keyColumn, ColumnTokens columns, String tab) {
        long[] codes = new long[cells.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = CellCode.of(cells.get(i).content(), row, columns, tab);
        }
        int keyAt = keyColumn - firstColumn;
        boolean inside = keyColumn >= 0 && keyAt >= 0 && keyAt < codes.length;
        return new RowImage(row, inside ? keyHash(cells.get(keyAt).content()) : 0, firstColumn, codes);
    }

    /** By its text, so that the number 7 and the text "7" are the same key; white space alone is no key. */
    private static long keyHash(CellContent content) {
        String text = content.asText();
        return text.isBlank() ? 0 : Mix.text(3, text) | 1;
    }

    long cell(int column) {
        int at = column - firstColumn;
        return at >= 0 && at < cells.length ? cells[at] : CellCode.BLANK;
    }

    /** Columns up to the last one with content. */
    int width() {
        return firstColumn + cells.length;
    }
}
