package dev.sheetway.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.Locale;
import java.util.Optional;

/** The plan of a baseline, which nobody writes: no change, from {@link MigrationPlan#UNVERSIONED} to the version given. */
public final class BaselinePlan {
    private BaselinePlan() {}

    /**
     * @param headerRow 1-based
     * @param name of the schema, as later plans of this tab have it in {@code metadata.name}; empty: made of the tab's title
     * @throws InvalidPlan when tab, version, name or header row is none that a plan may have
     */
    public static MigrationPlan of(String tab, int headerRow, String version, Optional<String> name) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("apiVersion", "sheetway.dev/v1").put("kind", "MigrationPlan");
        json.putObject("metadata")
                .put("name", name.orElseGet(() -> nameOf(tab)))
                .put("from", MigrationPlan.UNVERSIONED)
                .put("to", version);
        json.putObject("spec").put("tab", tab).put("headerRow", headerRow).putArray("changes");
        return PlanJson.fromJson(json, "baseline");
    }

    /** A schema's name made of a tab's title: lower case, anything but letters and digits as one {@code -}. */
    public static String nameOf(String tab) {
        String name = tab.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String bare = name.substring(0, Math.min(63, name.length())).replaceAll("^-|-$", "");
        return bare.isEmpty() ? "sheet" : bare;
    }
}
