package dev.sheetway.cli.drift;

/** How people see the place of a column. */
final class Letters {
    private Letters() {}

    /** @param column 0-based */
    static String of(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
