package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the schema cannot say: rules between the fields of a plan. */
final class PlanLint {
    private PlanLint() {}

    static List<PlanProblem> problems(JsonNode plan) {
        List<PlanProblem> found = new ArrayList<>();
        JsonNode metadata = plan.path("metadata");
        if (metadata.path("from").equals(metadata.path("to"))) {
            found.add(PlanSchema.at(
                    metadata.path("to"), "/metadata/to", "equals \"from\": a migration leads to another version"));
        }
        columns(plan.path("spec").path("changes"), found);
        found.addAll(new NameLint(plan.path("spec")).problems());
        found.addAll(new TargetLint(plan.path("spec")).problems());
        return found;
    }

    private static void columns(JsonNode changes, List<PlanProblem> found) {
        for (int i = 0; i < changes.size(); i++) {
            JsonNode column = changes.get(i).path("addColumn");
            String path = "/spec/changes/" + i + "/addColumn";
            initial(column, path, found);
            pattern(column, path, found);
            expression(changes.get(i).path("backfill").path("value"), "/spec/changes/" + i + "/backfill/value", found);
            pattern(changes.get(i).path("setValidation"), "/spec/changes/" + i + "/setValidation", found);
        }
    }

    private static void initial(JsonNode column, String path, List<PlanProblem> found) {
        JsonNode initial = column.path("initial");
        if (initial.isMissingNode() || initial.isNull()) {
            return;
        }
        String type = column.path("type").asText();
        boolean fits =
                switch (type) {
                    case "text" -> initial.isTextual();
                    case "integer" -> initial.isNumber() && initial.doubleValue() == Math.rint(initial.doubleValue());
                    case "boolean" -> initial.isBoolean();
                    default -> initial.isNumber();
                };
        if (!fits) {
            String hint = type.startsWith("date") ? " (a date is given as its serial day number)" : "";
            found.add(PlanSchema.at(initial, path + "/initial", "does not fit the type " + type + hint));
        }
    }

    private static void expression(JsonNode value, String path, List<PlanProblem> found) {
        if (!value.isTextual()) {
            return;
        }
        try {
            var unused = RowExpression.compile(value.textValue());
        } catch (RowExpression.Uncompilable e) {
            found.add(PlanSchema.at(value, path, "not an expression: " + e.getMessage()));
        }
    }

    private static void pattern(JsonNode column, String path, List<PlanProblem> found) {
        JsonNode pattern = column.path("pattern");
        if (!pattern.isTextual()) {
            return;
        }
        if (!column.path("type").asText("text").equals("text")) {
            found.add(PlanSchema.at(pattern, path + "/pattern", "only a text column can have a pattern"));
        }
        try {
            Pattern.compile(pattern.textValue());
        } catch (PatternSyntaxException e) {
            found.add(PlanSchema.at(pattern, path + "/pattern", "not a regular expression: " + e.getDescription()));
        }
    }
}
