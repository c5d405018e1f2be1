package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.HeaderName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return found;
    }

    private static void columns(JsonNode changes, List<PlanProblem> found) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            JsonNode column = changes.get(i).path("addColumn");
            String path = "/spec/changes/" + i + "/addColumn";
            String name = column.path("name").asText();
            String normal = HeaderName.normalise(name);
            if (normal.isEmpty()) {
                found.add(PlanSchema.at(
                        column.path("name"), path + "/name", "\"" + name + "\" has no letter or digit to match by"));
            }
            String before = seen.putIfAbsent(normal, name);
            if (before != null) {
                found.add(PlanSchema.at(
                        column.path("name"),
                        path + "/name",
                        "\"" + name + "\" and \"" + before
                                + "\" are the same column: case, accents, spaces, _ and / do not distinguish"));
            }
            initial(column, path, found);
            pattern(column, path, found);
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

    private static void pattern(JsonNode column, String path, List<PlanProblem> found) {
        JsonNode pattern = column.path("pattern");
        if (!pattern.isTextual()) {
            return;
        }
        if (!column.path("type").asText().equals("text")) {
            found.add(PlanSchema.at(pattern, path + "/pattern", "only a text column can have a pattern"));
        }
        try {
            Pattern.compile(pattern.textValue());
        } catch (PatternSyntaxException e) {
            found.add(PlanSchema.at(pattern, path + "/pattern", "not a regular expression: " + e.getDescription()));
        }
    }
}
