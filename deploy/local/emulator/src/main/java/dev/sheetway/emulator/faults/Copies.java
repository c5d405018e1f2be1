package dev.sheetway.emulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Route;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which file was copied from which, since the emulator began: faults of a migration also meet its backup. */
final class Copies {
    private static final String COPY = "drive.files.copy";

    private final Map<String, String> originals = new ConcurrentHashMap<>();

    void learn(Route route, String fileId, ApiResponse response) {
        if (route.id().equals(COPY)) {
            JsonNode id = response.content().path("id");
            if (id.isTextual()) {
                originals.put(id.textValue(), originalOf(fileId));
            }
        }
    }

    /** {@code id} itself when it is no copy. */
    String originalOf(String id) {
        return originals.getOrDefault(id, id);
    }
}
