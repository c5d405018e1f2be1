package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A protected range or sheet.
 *
 * @param box what is protected; unbounded for a whole sheet
 * @param open parts of a protected sheet that are not protected
 * @param rest the other fields as the API shows them: description, warningOnly, namedRangeId, editors
 */
public record Protection(int id, GridBox box, List<GridBox> open, ObjectNode rest) {

    public boolean warningOnly() {
        return rest.path("warningOnly").asBoolean();
    }

    /** Whether somebody is named as an editor. */
    public boolean names(String email) {
        for (JsonNode user : rest.path("editors").path("users")) {
            if (user.asText().equalsIgnoreCase(email)) {
                return true;
            }
        }
        return false;
    }
}
