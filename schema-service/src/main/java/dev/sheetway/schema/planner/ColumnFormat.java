package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.workspace.NumberFormat;
import java.util.Optional;

/** The number format of a column: always set, because an inserted column inherits its neighbour's. */
public final class ColumnFormat {
    private ColumnFormat() {}

    public static NumberFormat of(AddColumn column) {
        return of(column.type(), column.format());
    }

    static NumberFormat of(ColumnType type, Optional<String> pattern) {
        return switch (type) {
            case TEXT -> new NumberFormat("TEXT", pattern.orElse("@"));
            case INTEGER -> new NumberFormat("NUMBER", pattern.orElse("0"));
            case NUMBER, BOOLEAN -> new NumberFormat("NUMBER", pattern.orElse("General"));
            case DATE -> new NumberFormat("DATE", pattern.orElse("yyyy-mm-dd"));
            case DATETIME -> new NumberFormat("DATE_TIME", pattern.orElse("yyyy-mm-dd hh:mm:ss"));
        };
    }
}
