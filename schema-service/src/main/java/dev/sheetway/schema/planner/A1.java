package dev.sheetway.schema.planner;

/** How people see a position: letters for columns, rows from 1. For messages, and for a formula's own cell. */
final class A1 {
    private A1() {}

    /** @param column 0-based */
    static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** @param row and {@code column}: 0-based */
    static String cell(int row, int column) {
        return column(column) + (row + 1);
    }
}
