package dev.sheetway.emulator.formula;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Walks the text of a formula and rewrites its references, leaving strings, names and functions alone. */
public final class FormulaText {

    /** What a reference becomes when the cells it names are gone. */
    public static final String BROKEN = "#REF!";

    private static final String CELL = "\\$?[A-Za-z]{1,3}\\$?[1-9][0-9]{0,7}";
    private static final String COLUMN = "\\$?[A-Za-z]{1,3}";
    private static final String ROW = "\\$?[1-9][0-9]{0,7}";
    private static final String SHEET = "(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!";
    private static final String CELLS = "(?:" + CELL + "(?::(?:" + CELL + "|" + COLUMN + "|" + ROW + "))?|" + COLUMN
            + ":(?:" + CELL + "|" + COLUMN + ")|" + ROW + ":" + ROW + ")";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>\"(?:[^\"]|\"\")*\")|(?<reference>(?:" + SHEET + ")?" + CELLS
                    + "(?![\\p{L}\\p{N}_(.!]))|(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*|[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(?<error>#REF!)|.",
            Pattern.DOTALL);
    private static final Pattern CATCHES_ERRORS = Pattern.compile(
            "(?i)\\b(IFERROR|ISERROR|ISERR|ISREF|ERROR\\.TYPE|IFNA|IF|IFS|CHOOSE|SWITCH|COUNT|COUNTA|COUNTBLANK|AGGREGATE|TYPE|ROWS|COLUMNS)\\s*\\(");

    private FormulaText() {}

    /** Whether the formula holds a reference that was broken and nothing that could catch it: its result is then known. */
    public static boolean isPlainlyBroken(String formula) {
        return formula.contains(BROKEN) && !CATCHES_ERRORS.matcher(formula).find();
    }

    /** Upper-cases references, folds {@code A3:A3}, and writes sheet titles as they are [L3P]; spaces stay. */
    public static String canonical(String formula, Function<String, String> titleAsItIs) {
        return rewrite(formula, reference -> {
            String title = reference.title();
            return (title == null ? reference : reference.withTitle(titleAsItIs.apply(title))).print();
        });
    }

    /** Moves relative references as a copied formula does: by rows and columns, {@code $} stays, off the grid breaks. */
    public static String offset(String formula, int rows, int columns) {
        return rows == 0 && columns == 0
                ? formula
                : rewrite(formula, reference -> {
                    Reference.Corner first = offset(reference.first(), rows, columns);
                    Reference.Corner second =
                            reference.second() == null ? null : offset(reference.second(), rows, columns);
                    return isOff(first) || (second != null && isOff(second))
                            ? BROKEN
                            : new Reference(reference.title(), first, second).print();
                });
    }

    private static Reference.Corner offset(Reference.Corner corner, int rows, int columns) {
        Integer column = corner.column();
        Integer row = corner.row();
        return corner.at(
                column == null || corner.fixedColumn() ? column : Integer.valueOf(column + columns),
                row == null || corner.fixedRow() ? row : Integer.valueOf(row + rows));
    }

    private static boolean isOff(Reference.Corner corner) {
        return (corner.column() != null && corner.column() < 0) || (corner.row() != null && corner.row() < 0);
    }

    /** Whether a formula that stands on the sheet {@code home} refers into a rectangle (half open) of the sheet {@code title}. */
    public static boolean refers(
            String formula, String home, String title, int startRow, int endRow, int startColumn, int endColumn) {
        boolean[] found = new boolean[1];
        rewrite(formula, reference -> {
            String on = reference.title() == null ? home : reference.title();
            Reference.Corner first = reference.first();
            Reference.Corner second = reference.second() == null ? first : reference.second();
            found[0] |= on.equalsIgnoreCase(title)
                    && overlaps(first.row(), second.row(), startRow, endRow)
                    && overlaps(first.column(), second.column(), startColumn, endColumn);
            return "";
        });
        return found[0];
    }

    private static boolean overlaps(@Nullable Integer a, @Nullable Integer b, int start, int end) {
        if (a == null && b == null) {
            return true;
        }
        int low = a == null ? (b == null ? 0 : b) : b == null ? a : Math.min(a, b);
        int high = a == null || b == null ? Integer.MAX_VALUE : Math.max(a, b);
        return low < end && high >= start;
    }

    /** Rewrites each reference of a formula. */
    static String rewrite(String formula, Function<Reference, String> change) {
        Matcher matcher = TOKEN.matcher(formula);
        StringBuilder result = new StringBuilder(formula.length());
        while (matcher.find()) {
            String reference = matcher.group("reference");
            result.append(reference == null ? matcher.group() : change.apply(Reference.parse(reference)));
        }
        return result.toString();
    }
}
