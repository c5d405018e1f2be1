package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.workspace.CellContent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** A plan's initial value as the cell content that stands for it, in the column's native type. */
final class InitialValue {
    /** Day 0 of Google's serial numbers. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private InitialValue() {}

    /** Blank when the plan gives none. */
    static CellContent of(AddColumn column) {
        return column.initial().map(literal -> of(column.type(), literal)).orElse(CellContent.BLANK);
    }

    private static CellContent of(ColumnType type, Literal literal) {
        return switch (literal) {
            case Literal.Number n -> new CellContent.Number(n.value() + 0.0);
            case Literal.Bool b -> new CellContent.Bool(b.value());
            case Literal.Text t -> text(type, t.value());
        };
    }

    /** ISO text is a serial number in a date column. */
    private static CellContent text(ColumnType type, String text) {
        return switch (type) {
            case DATE -> serial(text.length() == 10 ? text + "T00:00" : text, text);
            case DATETIME -> serial(text.length() == 10 ? text + "T00:00" : text, text);
            case TEXT, INTEGER, NUMBER, BOOLEAN -> new CellContent.Text(text);
        };
    }

    private static CellContent serial(String iso, String text) {
        try {
            LocalDateTime moment = LocalDateTime.parse(iso);
            double days = ChronoUnit.DAYS.between(EPOCH, moment.toLocalDate());
            return new CellContent.Number(days + moment.toLocalTime().toSecondOfDay() / 86_400.0);
        } catch (DateTimeParseException notIso) {
            return new CellContent.Text(text);
        }
    }
}
