package dev.sheetway.emulator.a1;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses A1 and R1C1 notation. {@code D4:A1} is turned round, {@code A1:1} and {@code A2:A} are open on one side [REC],
 * {@code $} is accepted and ignored.
 */
public final class A1Parser {

    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')+)'(?:!(.*))?", Pattern.DOTALL);
    private static final Pattern CORNER = Pattern.compile("\\$?([A-Za-z]{1,3})?\\$?([1-9][0-9]{0,8})?");
    private static final Pattern R1C1 = Pattern.compile("[Rr]([1-9][0-9]{0,8})[Cc]([1-9][0-9]{0,8})");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.]*");

    private A1Parser() {}

    /** The parsed range, or empty when the text is no range. */
    public static Optional<A1Range> parse(String text) {
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            String title = quoted.group(1).replace("''", "'");
            String rest = quoted.group(2);
            return rest == null ? Optional.of(A1Range.wholeSheet(text, title, true)) : inSheet(text, title, true, rest);
        }
        int bang = text.lastIndexOf('!');
        if (bang > 0) {
            return inSheet(text, text.substring(0, bang), false, text.substring(bang + 1));
        }
        if (text.isBlank() || bang == 0) {
            return Optional.empty();
        }
        return bounds(text, null, false, text).or(() -> Optional.of(A1Range.named(text, null, text)));
    }

    private static Optional<A1Range> inSheet(String text, String title, boolean quoted, String rest) {
        Optional<A1Range> bounds = bounds(text, title, quoted, rest);
        if (bounds.isPresent()) {
            return bounds;
        }
        return NAME.matcher(rest).matches() ? Optional.of(A1Range.named(text, title, rest)) : Optional.empty();
    }

    private static Optional<A1Range> bounds(String text, @Nullable String title, boolean quoted, String cells) {
        String[] corners = cells.split(":", -1);
        if (corners.length > 2) {
            return Optional.empty();
        }
        Corner first = Corner.parse(corners[0]);
        Corner second = corners.length == 1 ? first : Corner.parse(corners[1]);
        boolean lone = corners.length == 1;
        if (first == null || second == null || (lone && (first.row == null || first.column == null))) {
            return Optional.empty();
        }
        Bounds rows = Bounds.of(first.row, second.row);
        Bounds columns = Bounds.of(first.column, second.column);
        return Optional.of(new A1Range(text, title, null, quoted, rows.low, rows.high, columns.low, columns.high));
    }

    private record Bounds(@Nullable Integer low, @Nullable Integer high) {

        static Bounds of(@Nullable Integer a, @Nullable Integer b) {
            return a == null || b == null
                    ? new Bounds(a == null ? b : a, null)
                    : new Bounds(Math.min(a, b), Math.max(a, b));
        }
    }

    private record Corner(@Nullable Integer row, @Nullable Integer column) {

        static @Nullable Corner parse(String text) {
            Matcher r1c1 = R1C1.matcher(text);
            if (r1c1.matches()) {
                return new Corner(Integer.parseInt(r1c1.group(1)) - 1, Integer.parseInt(r1c1.group(2)) - 1);
            }
            Matcher corner = CORNER.matcher(text);
            if (!corner.matches() || (corner.group(1) == null && corner.group(2) == null)) {
                return null;
            }
            String letters = corner.group(1);
            String digits = corner.group(2);
            return new Corner(
                    digits == null ? null : Integer.parseInt(digits) - 1,
                    letters == null ? null : ColumnNames.indexOf(letters));
        }
    }
}
