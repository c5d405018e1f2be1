package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        found.addAll(new SmokeLint(plan.path("spec").path("smoke")).problems());
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
                    case "date" -> initial.isNumber() || isIso(initial, LocalDate::parse);
                    case "datetime" -> initial.isNumber() || isIso(initial, LocalDateTime::parse);
                    default -> initial.isNumber();
                };
        if (!fits) {
            String expected =
                    switch (type) {
                        case "text" -> "a text; in quotes, if it looks like a number";
                        case "integer" -> "a whole number";
                        case "boolean" -> "true or false";
                        case "date" -> "a day such as 2026-01-31, or its serial number";
                        case "datetime" -> "a time such as 2026-01-31T08:00:00, or its serial number";
                        default -> "a number";
                    };
            found.add(PlanSchema.at(
                    initial,
                    path + "/initial",
                    "does not fit the type " + type + ": expected " + expected + ", found " + initial));
        }
    }

    private static boolean isIso(JsonNode value, Function<String, ?> parse) {
        try {
            return value.isTextual() && parse.apply(value.textValue().strip().replace(' ', 'T')) != null;
        } catch (DateTimeException no) {
            return false;
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
