package dev.sheetway.cli.report;

/** Columns by their letters, as people see them. */
final class Letters {
    private static final int ALPHABET = 26;

    private Letters() {}

    /** A, Z, AA, BL of a 0-based index. */
    static String of(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / ALPHABET - 1) {
            letters.insert(0, (char) ('A' + rest % ALPHABET));
        }
        return letters.toString();
    }
}
