package dev.sheetway.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What most cells of a column natively are, as far as content and number format tell. */
public enum ColumnKind {
    /** No cell has a content. */
    BLANK,
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    DATETIME,
    FORMULA,
    ERROR,
    /** No kind has more than half of the cells. */
    MIXED;

    static ColumnKind of(Cell cell) {
        return switch (cell.content()) {
            case CellContent.Blank blank -> BLANK;
            case CellContent.Text text -> text.value().isBlank() ? BLANK : TEXT;
            case CellContent.Bool bool -> BOOLEAN;
            case CellContent.Formula formula -> FORMULA;
            case CellContent.ErrorValue error -> ERROR;
            case CellContent.Number number -> ofNumber(number.value(), cell);
        };
    }

    private static ColumnKind ofNumber(double value, Cell cell) {
        return switch (cell.format().map(NumberFormat::type).orElse("")) {
            case "DATE" -> DATE;
            case "DATE_TIME", "TIME" -> DATETIME;
            default -> value == Math.rint(value) ? INTEGER : NUMBER;
        };
    }

    /** As in messages and on the wire: lower case. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name; empty: none has it. */
    public static Optional<ColumnKind> ofWords(String words) {
        return Stream.of(values()).filter(kind -> kind.words().equals(words)).findFirst();
    }
}
