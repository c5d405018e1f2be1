package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.GatewayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes away what probes have made, of this run and of runs that were killed, and looks whether all is as before. */
final class CleanUp {
    private static final String TAB = Bench.TAB_PREFIX + "[0-9a-f]{8}-\\d+";
    private static final String COPY_OF_TAB = "Copy of " + TAB + "( \\d+)?";
    private static final String MASK =
            "?fields=sheets.properties(sheetId,title),namedRanges(namedRangeId,name),developerMetadata(metadataId,metadataKey)";

    private final Bench bench;

    CleanUp(Bench bench) {
        this.bench = bench;
    }

    /** Everything that stands in the spreadsheet now, as words. */
    Set<String> inventory() {
        JsonNode body =
                Bench.required("a read of the structure", bench.get(MASK)).body();
        Set<String> all = new TreeSet<>();
        body.path("sheets")
                .forEach(sheet ->
                        all.add("tab " + sheet.at("/properties/sheetId").asInt()));
        body.path("namedRanges")
                .forEach(range ->
                        all.add("named range " + range.path("namedRangeId").asText()));
        body.path("developerMetadata")
                .forEach(entry -> all.add("metadata " + entry.path("metadataId").asInt()));
        return all;
    }

    /**
     * Named ranges before tabs: one whose tab is gone can no longer be deleted.
     *
     * @return what is still there, as words; never throws for what Google says
     */
    List<String> run() {
        List<String> left = new ArrayList<>();
        attempt(left, "the structure", () -> {
            JsonNode body =
                    Bench.required("a read of the structure", bench.get(MASK)).body();
            names(body).forEach(id -> delete(left, "named range " + id, Ask.deleteNamedRange(id)));
            keys(body).forEach(key -> delete(left, "metadata " + key, Ask.deleteMetadata(key)));
            tabs(body).forEach(id -> delete(left, "tab " + id, Ask.deleteSheet(id)));
        });
        bench.copies().forEach((copy, name) -> attempt(left, "file " + name, () -> deleteFile(left, copy, name)));
        return left;
    }

    private static List<String> names(JsonNode body) {
        List<String> ids = new ArrayList<>();
        for (JsonNode range : body.path("namedRanges")) {
            if (range.path("name").asText().startsWith(Bench.NAME_PREFIX)) {
                ids.add(range.path("namedRangeId").asText());
            }
        }
        return ids;
    }

    /** This run's key always: entries on columns do not stand in the structure. */
    private Set<String> keys(JsonNode body) {
        Set<String> keys = new TreeSet<>(Set.of(bench.key()));
        body.path("developerMetadata").findValuesAsText("metadataKey").stream()
                .filter(key -> key.startsWith(Bench.KEY_PREFIX))
                .forEach(keys::add);
        return keys;
    }

    private static List<Integer> tabs(JsonNode body) {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode sheet : body.path("sheets")) {
            String title = sheet.at("/properties/title").asText();
            if (title.matches(TAB) || title.matches(COPY_OF_TAB)) {
                ids.add(sheet.at("/properties/sheetId").asInt());
            }
        }
        return ids;
    }

    private void delete(List<String> left, String what, String request) {
        attempt(left, what, () -> {
            Reply reply = bench.batch(request);
            if (!reply.ok()) {
                left.add(what + " (" + reply.status() + ")");
            }
        });
    }

    /** Members of a shared drive may often only trash. */
    private void deleteFile(List<String> left, SpreadsheetId copy, String name) {
        String path = "files/" + copy + "?supportsAllDrives=true";
        if (!bench.drive("DELETE", path, "").ok()
                && !bench.drive("PATCH", path, "{'trashed':true}").ok()) {
            left.add("file " + name);
        }
    }

    private static void attempt(List<String> left, String what, Runnable work) {
        try {
            work.run();
        } catch (GatewayException | Unanswered failed) {
            left.add(what);
        }
    }

    /** What stands there now and is not in {@code before}. */
    List<String> addedTo(Set<String> before) {
        List<String> more = new ArrayList<>();
        attempt(more, "the structure could not be read at the end", () -> more.addAll(inventory()));
        more.removeAll(before);
        return more;
    }
}
