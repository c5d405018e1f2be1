package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.workspace.CellContent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The cell that an initial value becomes: typed, never text that Google would have to interpret. */
final class InitialValue {
    private static final LocalDateTime EPOCH = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final double SECONDS_PER_DAY = 86_400;

    private InitialValue() {}

    /** Empty when the column has none. */
    static Optional<CellContent> of(AddColumn column) {
        return column.initial().map(literal -> content(literal, column.type()));
    }

    /** What an initial value must look like, when this one does not; empty: it is fine. */
    static Optional<String> problem(AddColumn column) {
        try {
            return of(column)
                    .filter(content -> !natively(content, column.type()))
                    .map(content -> expected(column));
        } catch (DateTimeException unreadable) {
            return Optional.of(expected(column));
        }
    }

    private static CellContent content(Literal literal, ColumnType type) {
        return switch (literal) {
            case Literal.Number number -> new CellContent.Number(number.value());
            case Literal.Bool bool -> new CellContent.Bool(bool.value());
            case Literal.Text text ->
                switch (type) {
                    case DATE -> serial(LocalDate.parse(text.value().strip()).atStartOfDay());
                    case DATETIME ->
                        serial(LocalDateTime.parse(text.value().strip().replace(' ', 'T')));
                    case TEXT, INTEGER, NUMBER, BOOLEAN -> new CellContent.Text(text.value());
                };
        };
    }

    /** Google stores a date as the number of days since 1899-12-30. */
    private static CellContent serial(LocalDateTime time) {
        return new CellContent.Number(ChronoUnit.SECONDS.between(EPOCH, time) / SECONDS_PER_DAY);
    }

    private static boolean natively(CellContent content, ColumnType type) {
        return switch (type) {
            case TEXT ->
                content instanceof CellContent.Text text && !text.value().isEmpty();
            case BOOLEAN -> content instanceof CellContent.Bool;
            case NUMBER, DATETIME -> content instanceof CellContent.Number;
            case INTEGER, DATE ->
                content instanceof CellContent.Number number && number.value() == Math.rint(number.value());
        };
    }

    private static String expected(AddColumn column) {
        return switch (column.type()) {
            case TEXT -> "a text that is not empty";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case DATE -> "a day such as 2026-01-31";
            case DATETIME -> "a time such as 2026-01-31T08:00:00";
        };
    }
}
