package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.workspace.NumberFormat;

/** The number format of a column: always set, because an inserted column inherits its neighbour's. */
public final class ColumnFormat {
    private ColumnFormat() {}

    public static NumberFormat of(AddColumn column) {
        return switch (column.type()) {
            case TEXT -> format("TEXT", column, "@");
            case INTEGER -> format("NUMBER", column, "0");
            case NUMBER, BOOLEAN -> format("NUMBER", column, "General");
            case DATE -> format("DATE", column, "yyyy-mm-dd");
            case DATETIME -> format("DATE_TIME", column, "yyyy-mm-dd hh:mm:ss");
        };
    }

    private static NumberFormat format(String type, AddColumn column, String usual) {
        return new NumberFormat(type, column.format().orElse(usual));
    }
}
