package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A named range.
 *
 * @param box null once its cells were deleted: the API then no longer shows it, yet its name stays taken [ISS gspread #1530]
 */
public record NamedRange(String id, String name, @Nullable GridBox box) {

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("namedRangeId", id).put("name", name);
        if (box != null) {
            json.set("range", box.json());
        }
        return json;
    }

    public NamedRange at(@Nullable GridBox newBox) {
        return new NamedRange(id, name, newBox);
    }
}
