package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.HeaderName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that a plan gives: each can be matched, none is given twice after normalisation, none looks like a formula.
 * A person who edits a cell whose text begins with {@code =} turns it into one, and programs that open an export compute
 * what begins with any of <a href="https://owasp.org/www-community/attacks/CSV_Injection">these</a>.
 */
final class NameLint {
    private static final String FORMULA = "=+-@";

    private final JsonNode spec;
    private final List<PlanProblem> found = new ArrayList<>();

    NameLint(JsonNode spec) {
        this.spec = spec;
    }

    List<PlanProblem> problems() {
        JsonNode changes = spec.path("changes");
        Map<String, String> columns = new HashMap<>();
        Map<String, String> tabs = new HashMap<>();
        tabs.put(
                spec.path("tab").asText().toLowerCase(java.util.Locale.ROOT),
                spec.path("tab").asText());
        for (int i = 0; i < changes.size(); i++) {
            String path = "/spec/changes/" + i;
            JsonNode change = changes.get(i);
            JsonNode added = change.path("addColumn");
            name(added.path("name"), path + "/addColumn/name", columns);
            formula(added.path("initial"), path + "/addColumn/initial");
            name(change.path("renameColumn").path("to"), path + "/renameColumn/to", columns);
            texts(change.path("setValidation").path("oneOf"), path + "/setValidation/oneOf");
            tab(change.path("addTab"), path + "/addTab", tabs);
        }
        return found;
    }

    private void name(JsonNode node, String path, Map<String, String> seen) {
        if (!node.isTextual()) {
            return;
        }
        String name = node.asText();
        String normal = HeaderName.normalise(name);
        if (normal.isEmpty()) {
            found.add(PlanSchema.at(node, path, "\"" + name + "\" has no letter or digit to match by"));
        }
        String before = seen.putIfAbsent(normal, name);
        if (before != null) {
            found.add(PlanSchema.at(
                    node,
                    path,
                    "\"" + name + "\" and \"" + before
                            + "\" are the same column: case, accents, spaces, _ and / do not distinguish"));
        }
        formula(node, path);
    }

    private void formula(JsonNode node, String path) {
        String text = node.isTextual() ? node.asText() : "";
        if (text.startsWith("\t") || text.startsWith("\r")) {
            found.add(PlanSchema.at(
                    node,
                    path,
                    "begins with a " + (text.charAt(0) == '\t' ? "tab" : "carriage return")
                            + ", behind which programs that open an export compute formulas: leave it away"));
        }
        String first = text.isBlank() ? "" : text.stripLeading().substring(0, 1);
        // a dash alone is a common sign for nothing
        if (FORMULA.contains(first) && !first.isEmpty() && !text.strip().equals("-")) {
            found.add(PlanSchema.at(
                    node,
                    path,
                    "\"" + text.strip()
                            + "\" looks like a formula, but a plan writes text: whoever edits that cell or opens"
                            + " an export makes it one; begin it with something else than \"" + first + "\""));
        }
    }

    private void texts(JsonNode values, String path) {
        for (int i = 0; i < values.size(); i++) {
            formula(values.get(i), path + "/" + i);
        }
    }

    private void tab(JsonNode tab, String path, Map<String, String> tabs) {
        JsonNode title = tab.path("title");
        if (!title.isTextual()) {
            return;
        }
        if (title.asText().startsWith("sheetway_")) {
            found.add(PlanSchema.at(
                    title, path + "/title", "titles that begin with \"sheetway_\" are kept for archives"));
        }
        if (tabs.putIfAbsent(title.asText().toLowerCase(java.util.Locale.ROOT), title.asText()) != null) {
            found.add(PlanSchema.at(title, path + "/title", "\"" + title.asText() + "\" is another tab of the plan"));
        }
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < tab.path("headers").size(); i++) {
            name(tab.path("headers").get(i), path + "/headers/" + i, headers);
        }
    }
}
