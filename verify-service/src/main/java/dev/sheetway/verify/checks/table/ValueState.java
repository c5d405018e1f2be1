package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.workspace.CellContent;
import java.util.Locale;

/** How a cell of a planned column compares with what the plan wants there right after expand. */
public enum ValueState {
    AS_PLANNED,
    BLANK,
    FORMULA,
    ERROR,
    NOT_A_NUMBER,
    NOT_A_BOOLEAN,
    NOT_A_TEXT,
    WRONG_VALUE,
    EDITED_MEANWHILE;

    /** In reports: lower case with dashes. */
    public String kind() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ValueState of(CellContent content, PlannedColumn planned) {
        if (planned.adopted()) {
            boolean free = content.isBlank() || content instanceof CellContent.Formula;
            return free ? AS_PLANNED : ofKind(content, planned.change().type());
        }
        if (planned.change().initial().isEmpty()) {
            return content.isBlank() ? AS_PLANNED : EDITED_MEANWHILE;
        }
        if (content.isBlank()) {
            return BLANK;
        }
        ValueState kind = ofKind(content, planned.change().type());
        return kind == AS_PLANNED && !InitialValue.of(planned.change()).equals(content) ? WRONG_VALUE : kind;
    }

    /** Whether the content has the native kind of {@code type}. */
    private static ValueState ofKind(CellContent content, ColumnType type) {
        if (content instanceof CellContent.Formula) {
            return FORMULA;
        }
        if (content instanceof CellContent.ErrorValue) {
            return ERROR;
        }
        return switch (type) {
            case TEXT -> content instanceof CellContent.Text ? AS_PLANNED : NOT_A_TEXT;
            case BOOLEAN -> content instanceof CellContent.Bool ? AS_PLANNED : NOT_A_BOOLEAN;
            case INTEGER, NUMBER, DATE, DATETIME -> content instanceof CellContent.Number ? AS_PLANNED : NOT_A_NUMBER;
        };
    }
}
