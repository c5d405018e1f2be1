package dev.sheetway.emulator.a1;

/** Letters of columns: A is 0, Z is 25, AA is 26. */
public final class ColumnNames {

    private ColumnNames() {}

    /** The letters of a 0-based column index. */
    public static String of(int index) {
        StringBuilder name = new StringBuilder();
        for (int rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }

    /** The 0-based index of one to three letters, in either case. */
    public static int indexOf(String letters) {
        int index = 0;
        for (int i = 0; i < letters.length(); i++) {
            index = index * 26 + (Character.toUpperCase(letters.charAt(i)) - 'A' + 1);
        }
        return index - 1;
    }
}
