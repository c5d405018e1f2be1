package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.plan.SetValidation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the validation rule on a cell is the one that a plan sets. */
final class RuleOfCell {
    private static final Pattern VALUE = Pattern.compile("\"userEnteredValue\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final String LIST = "\"type\":\"ONE_OF_LIST\"";

    private RuleOfCell() {}

    /** @param found canonical JSON of Google's DataValidationRule; empty: none */
    static boolean holds(SetValidation.Rule planned, Optional<String> found) {
        return switch (planned) {
            case SetValidation.Anything anything -> found.isEmpty();
            // the formula around it names the cell
            case SetValidation.Pattern pattern ->
                found.map(FormatRule::unescape)
                        .filter(rule -> rule.contains(pattern.regex().replace("\"", "\"\"")))
                        .isPresent();
            case SetValidation.OneOf oneOf ->
                found.filter(rule -> rule.contains(LIST))
                        .map(RuleOfCell::values)
                        .equals(Optional.of(oneOf.values()));
        };
    }

    private static List<String> values(String rule) {
        return VALUE.matcher(rule)
                .results()
                .map(found -> FormatRule.unescape(found.group(1)))
                .toList();
    }
}
