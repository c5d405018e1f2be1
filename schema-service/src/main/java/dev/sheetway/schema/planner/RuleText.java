package dev.sheetway.schema.planner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.schema.mark.MarkJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Validation rules as people mean them: Google moves the cells of a formula with the rule. */
final class RuleText {
    private static final Pattern TEXT_OR_CELL = Pattern.compile(
            "\"(?:[^\"]|\"\")*\"|(?<![\\p{L}\\p{N}_.$])\\$?[A-Za-z]{1,3}\\$?\\d{1,8}(?![\\p{L}\\p{N}_(.])");

    private RuleText() {}

    static boolean same(Optional<String> one, Optional<String> other) {
        return one.equals(other) || one.map(RuleText::normal).equals(other.map(RuleText::normal));
    }

    /** Formulas in the condition of a rule. */
    static List<String> formulas(String rule) {
        List<String> formulas = new ArrayList<>();
        MarkJson.read(rule)
                .map(node -> node.path("condition").path("values"))
                .ifPresent(values -> values.forEach(value -> {
                    String text = value.path("userEnteredValue").asText();
                    if (text.startsWith("=")) {
                        formulas.add(text);
                    }
                }));
        return formulas;
    }

    private static String normal(String rule) {
        Optional<? extends JsonNode> json = MarkJson.read(rule);
        json.map(node -> node.path("condition").path("values"))
                .ifPresent(values -> values.forEach(value -> {
                    String text = value.path("userEnteredValue").asText();
                    if (value instanceof ObjectNode object && text.startsWith("=")) {
                        object.put("userEnteredValue", masked(text));
                    }
                }));
        return json.map(JsonNode::toString).orElse(rule);
    }

    private static String masked(String formula) {
        return TEXT_OR_CELL
                .matcher(formula)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().startsWith("\"") ? found.group() : "?"));
    }
}
