package dev.sheetway.emulator.formula;

import dev.sheetway.emulator.a1.ColumnNames;
import dev.sheetway.emulator.a1.SheetTitles;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One reference inside a formula: {@code A1}, {@code $A$1:B2}, {@code A:C}, {@code 2:5}, {@code A2:A}, with or without a sheet.
 *
 * @param title the sheet's title, or null for the formula's own sheet
 */
record Reference(
        @Nullable String title, Corner first, @Nullable Corner second) {

    /** A corner; column and row are 0-based, null when not written. */
    record Corner(
            @Nullable Integer column,
            boolean fixedColumn,
            @Nullable Integer row,
            boolean fixedRow) {

        private static final Pattern TEXT = Pattern.compile("(\\$?)([A-Za-z]{1,3})?(\\$?)([1-9][0-9]{0,8})?");

        static Corner parse(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a corner of a reference: " + text);
            }
            String letters = matcher.group(2);
            String digits = matcher.group(4);
            boolean firstDollar = !matcher.group(1).isEmpty();
            boolean secondDollar = !matcher.group(3).isEmpty();
            return new Corner(
                    letters == null ? null : ColumnNames.indexOf(letters),
                    letters != null && firstDollar,
                    digits == null ? null : Integer.parseInt(digits) - 1,
                    digits != null && (letters == null ? firstDollar || secondDollar : secondDollar));
        }

        Corner at(@Nullable Integer newColumn, @Nullable Integer newRow) {
            return new Corner(newColumn, fixedColumn, newRow, fixedRow);
        }

        String print() {
            return (column == null ? "" : (fixedColumn ? "$" : "") + ColumnNames.of(column))
                    + (row == null ? "" : (fixedRow ? "$" : "") + (row + 1));
        }
    }

    static Reference parse(String text) {
        int bang = text.lastIndexOf('!');
        String title = bang < 0 ? null : text.substring(0, bang);
        if (title != null && title.startsWith("'")) {
            title = title.substring(1, title.length() - 1).replace("''", "'");
        }
        String[] corners = text.substring(bang + 1).split(":", -1);
        return new Reference(title, Corner.parse(corners[0]), corners.length == 1 ? null : Corner.parse(corners[1]));
    }

    Reference withTitle(@Nullable String newTitle) {
        return new Reference(newTitle, first, second);
    }

    /** As Google writes it back: upper case, {@code A3:A3} as {@code A3} [L3P]. */
    String print() {
        String cells = second == null || (second.equals(first) && first.column() != null && first.row() != null)
                ? first.print()
                : first.print() + ":" + second.print();
        return title == null ? cells : SheetTitles.quoted(title) + "!" + cells;
    }
}
