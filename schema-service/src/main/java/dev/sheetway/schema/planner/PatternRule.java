package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.schema.mark.MarkJson;
import java.util.Optional;

/** The data validation that a column's {@code pattern} becomes, as JSON of Google's DataValidationRule. */
final class PatternRule {
    private PatternRule() {}

    /**
     * Empty when the column has no pattern.
     *
     * @param row and {@code index}: 0-based, the first cell that the rule is set on; its reference is relative, so every
     *     cell checks itself
     */
    static Optional<String> of(AddColumn column, int row, int index) {
        return column.pattern().map(pattern -> rule(formula(column.type(), pattern, A1.cell(row, index)), true));
    }

    static String formula(ColumnType type, String pattern, String cell) {
        // REGEXMATCH takes text alone
        String text = type == ColumnType.TEXT ? cell : "TO_TEXT(" + cell + ")";
        return "=REGEXMATCH(" + text + ",\"" + pattern.replace("\"", "\"\"") + "\")";
    }

    static String rule(String formula, boolean strict) {
        var rule = MarkJson.object();
        var condition = rule.putObject("condition").put("type", "CUSTOM_FORMULA");
        condition.putArray("values").addObject().put("userEnteredValue", formula);
        return rule.put("strict", strict).toString();
    }
}
