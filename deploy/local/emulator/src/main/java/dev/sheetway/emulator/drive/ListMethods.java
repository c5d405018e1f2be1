package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.FileRoles;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.http.Query;
import dev.sheetway.emulator.store.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code files.list}. */
final class ListMethods {

    private static final int DEFAULT_PAGE = 100;
    private static final int MAX_PAGE = 1000;

    private final DriveCore core;

    ListMethods(DriveCore core) {
        this.core = core;
    }

    /** Trashed files are listed too unless the query says otherwise [DISC]; new files may not be seen for a while [ISS]. */
    ApiResponse list(Call call) {
        Query query = call.request().query();
        var mask = FileJson.mask(query.get("fields"), "files");
        Predicate<ObjectNode> fits = query.get("q") == null || query.get("q").isBlank()
                ? entry -> true
                : FileQuery.parse(query.get("q"), call.principal().email());
        try (Transaction tx = core.store().read()) {
            FileJson rendering = core.json(tx, call);
            List<ObjectNode> found = tx.files().stream()
                    .filter(entry -> visible(tx, call, entry))
                    .filter(entry -> fits.test(rendering.withFolders(entry)))
                    .sorted(order(query.get("orderBy")))
                    .toList();
            int from = query.get("pageToken") == null ? 0 : number(query.get("pageToken"), "pageToken");
            int size = query.get("pageSize") == null ? DEFAULT_PAGE : number(query.get("pageSize"), "pageSize");
            if (from < 0) {
                throw ApiException.drive(400, "invalid", "Invalid value for parameter pageToken");
            }
            int to = Math.min(found.size(), Math.min(from, found.size()) + Math.clamp(size, 1, MAX_PAGE));
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", "drive#fileList");
            if (to < found.size()) {
                json.put("nextPageToken", Integer.toString(to));
            }
            json.put("incompleteSearch", false);
            ArrayNode files = json.putArray("files");
            found.subList(Math.min(from, to), to).forEach(entry -> files.add(rendering.of(entry)));
            return ApiResponse.json(mask.apply(json));
        }
    }

    static int number(@Nullable String text, String parameter) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw ApiException.drive(400, "invalid", "Invalid value for parameter " + parameter);
        }
    }

    private boolean visible(Transaction tx, Call call, ObjectNode entry) {
        Query query = call.request().query();
        if (entry.path("isDrive").asBoolean()) {
            return false;
        }
        boolean allDrives = query.flag("includeItemsFromAllDrives") || query.flag("includeTeamDriveItems");
        if (entry.has("driveId") && !allDrives) {
            return false;
        }
        String drive = query.get("driveId");
        if (drive != null && !entry.path("driveId").asText("").equals(drive)) {
            return false;
        }
        long age = core.clock().millis() - entry.get("createdTime").longValue();
        return age >= core.settings().get().nameLagSeconds() * 1000L
                && FileRoles.driveScopeReaches(call.principal(), entry)
                && FileEntries.role(tx, call.principal(), entry).canRead();
    }

    private static Comparator<ObjectNode> order(@Nullable String orderBy) {
        Comparator<ObjectNode> newest = Comparator.comparing(
                        (ObjectNode entry) -> entry.get("modified").longValue())
                .reversed();
        if (orderBy == null || orderBy.isBlank()) {
            return newest;
        }
        Comparator<ObjectNode> order = null;
        for (String key : orderBy.split(",")) {
            String[] words = key.strip().split("\\s+");
            Comparator<ObjectNode> next =
                    switch (words[0]) {
                        case "name", "name_natural" ->
                            Comparator.comparing((ObjectNode entry) ->
                                    entry.get("name").asText().toLowerCase(Locale.ROOT));
                        case "createdTime" ->
                            Comparator.comparing((ObjectNode entry) ->
                                    entry.get("createdTime").longValue());
                        case "modifiedTime", "modifiedByMeTime" ->
                            Comparator.comparing(
                                    (ObjectNode entry) -> entry.get("modified").longValue());
                        case "folder" ->
                            Comparator.comparing((ObjectNode entry) ->
                                    !entry.get("mimeType").asText().equals(FileEntries.FOLDER));
                        default -> throw ApiException.notEmulated("orderBy " + words[0]);
                    };
            next = words.length > 1 && words[1].equals("desc") ? next.reversed() : next;
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? newest : order;
    }
}
