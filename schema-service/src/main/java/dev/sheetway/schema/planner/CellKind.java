package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.Locale;

/** The native type of a cell, as far as its content and number format tell. */
public enum CellKind {
    BLANK,
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    DATETIME,
    FORMULA,
    ERROR;

    public static CellKind of(Cell cell) {
        return switch (cell.content()) {
            case CellContent.Blank b -> BLANK;
            case CellContent.Text t -> t.value().isEmpty() ? BLANK : TEXT;
            case CellContent.Bool b -> BOOLEAN;
            case CellContent.Formula f -> FORMULA;
            case CellContent.ErrorValue e -> ERROR;
            case CellContent.Number number -> ofNumber(number.value(), cell);
        };
    }

    private static CellKind ofNumber(double value, Cell cell) {
        String format = cell.format().map(set -> set.type()).orElse("");
        return switch (format) {
            case "DATE" -> DATE;
            case "DATE_TIME", "TIME" -> DATETIME;
            default -> value == Math.rint(value) ? INTEGER : NUMBER;
        };
    }

    /** Whether a cell of this kind may stand in a column of {@code type}. */
    public boolean fits(ColumnType type) {
        if (this == BLANK) {
            return true;
        }
        return switch (type) {
            case TEXT -> this == TEXT;
            case INTEGER -> this == INTEGER;
            case NUMBER -> this == INTEGER || this == NUMBER;
            case BOOLEAN -> this == BOOLEAN;
            case DATE -> this == DATE;
            case DATETIME -> this == DATETIME;
        };
    }

    /** As in messages: lower case. */
    String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
