package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.ColumnType;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.schema.mark.MarkJson;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.Optional;
import java.util.regex.Pattern;

/** A plan's rule as JSON of Google's DataValidationRule, and whether a cell that is there obeys it. */
final class ValidationRules {
    private ValidationRules() {}

    /**
     * Empty when the column's rules go.
     *
     * @param row and {@code index}: 0-based, the first cell that the rule is set on
     */
    static Optional<String> json(SetValidation change, int row, int index) {
        return switch (change.rule()) {
            case SetValidation.Anything anything -> Optional.empty();
            case SetValidation.Pattern pattern ->
                Optional.of(PatternRule.rule(
                        PatternRule.formula(ColumnType.INTEGER, pattern.regex(), A1.cell(row, index)),
                        change.strict()));
            case SetValidation.OneOf oneOf -> {
                var rule = MarkJson.object();
                var condition = rule.putObject("condition").put("type", "ONE_OF_LIST");
                var values = condition.putArray("values");
                oneOf.values().forEach(value -> values.addObject().put("userEnteredValue", value));
                yield Optional.of(rule.put("showCustomUi", true)
                        .put("strict", change.strict())
                        .toString());
            }
        };
    }

    /** Why a cell breaks the rule; empty: it obeys, is blank, or is a formula whose result is not read. */
    static Optional<String> broken(SetValidation.Rule rule, Cell cell) {
        boolean known = !cell.content().isBlank() && !(cell.content() instanceof CellContent.Formula);
        String text = cell.content().asText();
        boolean obeys =
                switch (rule) {
                    case SetValidation.Anything anything -> true;
                    // REGEXMATCH finds, it does not anchor
                    case SetValidation.Pattern pattern ->
                        Pattern.compile(pattern.regex()).matcher(text).find();
                    case SetValidation.OneOf oneOf -> oneOf.values().contains(text);
                };
        return known && !obeys ? Optional.of(Shape.of(cell)) : Optional.empty();
    }
}
