package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.HeaderName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The existing columns that a plan names: changes of one plan take effect at once, so they must not meet in one column. */
final class TargetLint {
    private static final Map<String, String> FIELDS = Map.of(
            "renameColumn", "from",
            "dropColumn", "name",
            "convertColumn", "name",
            "backfill", "column",
            "setValidation", "column");
    /** A rename touches the header alone, so it may go with one of these. */
    private static final Set<String> CELLS = Set.of("dropColumn", "convertColumn", "backfill", "setValidation");

    private final JsonNode spec;
    private final List<PlanProblem> found = new ArrayList<>();
    private final Set<String> added = new HashSet<>();
    private final Set<String> dropped = new HashSet<>();
    /** New to old name of renamed columns, normalised. */
    private final Map<String, String> renamed = new HashMap<>();

    TargetLint(JsonNode spec) {
        this.spec = spec;
    }

    List<PlanProblem> problems() {
        for (JsonNode change : spec.path("changes")) {
            added.add(HeaderName.normalise(change.path("addColumn").path("name").asText()));
            dropped.add(
                    HeaderName.normalise(change.path("dropColumn").path("name").asText()));
            JsonNode rename = change.path("renameColumn");
            renamed.put(
                    HeaderName.normalise(rename.path("to").asText()),
                    HeaderName.normalise(rename.path("from").asText()));
        }
        added.remove("");
        dropped.remove("");
        renamed.remove("");
        Map<String, String> cells = new HashMap<>();
        Map<String, String> headers = new HashMap<>();
        JsonNode changes = spec.path("changes");
        for (int i = 0; i < changes.size(); i++) {
            String path = "/spec/changes/" + i;
            after(changes.get(i).path("addColumn").path("after"), path + "/addColumn/after");
            for (var change : changes.get(i).properties()) {
                String field = FIELDS.get(change.getKey());
                if (field != null) {
                    target(
                            change.getKey(),
                            change.getValue().path(field),
                            path + "/" + change.getKey() + "/" + field,
                            CELLS.contains(change.getKey()) ? cells : headers);
                }
            }
            rename(changes.get(i).path("renameColumn"), path + "/renameColumn");
        }
        return found;
    }

    private void target(String kind, JsonNode node, String path, Map<String, String> seen) {
        String given = HeaderName.normalise(node.asText());
        String column = renamed.getOrDefault(given, given);
        String name = "\"" + node.asText() + "\"";
        if (added.contains(given)) {
            found.add(PlanSchema.at(node, path, name + " is added by the same plan: say there what it shall be"));
        }
        String before = seen.putIfAbsent(column, kind);
        if (before != null) {
            found.add(PlanSchema.at(
                    node, path, name + " has a " + before + " already: put one of the two into the next plan"));
        }
        boolean key = HeaderName.normalise(spec.path("keyColumn").asText("")).equals(given)
                && !spec.path("keyColumn").isNull();
        if (key && !kind.equals("setValidation") && !given.isEmpty()) {
            found.add(PlanSchema.at(node, path, name + " is the key column, by which rows are told apart: keep it"));
        }
    }

    private void rename(JsonNode rename, String path) {
        String from = HeaderName.normalise(rename.path("from").asText());
        String to = HeaderName.normalise(rename.path("to").asText());
        if (from.isEmpty()) {
            return;
        }
        if (from.equals(to)) {
            found.add(PlanSchema.at(
                    rename.path("to"), path + "/to", "is the same column to every reader: nothing to do"));
        }
        if (dropped.contains(from) || dropped.contains(to)) {
            found.add(PlanSchema.at(
                    rename.path("from"),
                    path + "/from",
                    "\"" + rename.path("from").asText() + "\" or its new name is dropped by the same plan"));
        }
    }

    private void after(JsonNode after, String path) {
        if (after.isTextual() && dropped.contains(HeaderName.normalise(after.asText()))) {
            found.add(PlanSchema.at(
                    after, path, "\"" + after.asText() + "\" is dropped by the same plan: name its neighbour"));
        }
    }
}
