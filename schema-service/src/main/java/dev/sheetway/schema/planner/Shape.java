package dev.sheetway.schema.planner;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.Locale;

/** What a cell looks like, without saying what it holds: {@code text 99-aaa-9999}. */
final class Shape {
    private static final int LONGEST = 24;
    /** What dates and numbers are written with; any other sign may be all that a cell says. */
    private static final String PUNCTUATION = " -/.:,'()%";

    private Shape() {}

    static String of(Cell cell) {
        return switch (cell.content()) {
            case CellContent.Text text -> "text " + mask(text.value());
            case CellContent.Blank b -> "blank";
            case CellContent.Number n ->
                words(cell)
                        + cell.format()
                                .map(set -> " formatted as " + set.type())
                                .orElse("");
            case CellContent.Bool b -> words(cell);
            case CellContent.Formula f -> words(cell);
            case CellContent.ErrorValue e -> words(cell);
        };
    }

    private static String words(Cell cell) {
        return CellKind.of(cell).name().toLowerCase(Locale.ROOT);
    }

    private static String mask(String text) {
        StringBuilder mask = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(c -> mask.append(
                        Character.isDigit(c)
                                ? "9"
                                : Character.isLetter(c)
                                        ? "a"
                                        : PUNCTUATION.indexOf(c) >= 0 ? Character.toString(c) : "?"));
        return text.codePointCount(0, text.length()) > LONGEST ? mask + "…" : mask.toString();
    }
}
