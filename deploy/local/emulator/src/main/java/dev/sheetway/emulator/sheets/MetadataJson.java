package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Metadata;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;

/** Developer metadata as the API shows it. */
public final class MetadataJson {

    private MetadataJson() {}

    public static ObjectNode of(Metadata entry, SpreadsheetModel model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("metadataId", entry.id()).put("metadataKey", entry.key());
        if (entry.value() != null) {
            json.put("metadataValue", entry.value());
        }
        json.set("location", location(entry.place(), model));
        return json.put("visibility", entry.visibility());
    }

    private static ObjectNode location(Metadata.Place place, SpreadsheetModel model) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (place) {
            case Metadata.Place.Whole whole ->
                json.put("locationType", "SPREADSHEET").put("spreadsheet", true);
            case Metadata.Place.OnSheet on -> json.put("locationType", "SHEET").put("sheetId", on.sheetId());
            case Metadata.Place.OnDimension on -> {
                json.put("locationType", on.rows() ? "ROW" : "COLUMN");
                ObjectNode range = json.putObject("dimensionRange");
                if (on.sheetId() != 0) {
                    range.put("sheetId", on.sheetId());
                }
                int index = index(on, model);
                range.put("dimension", on.rows() ? "ROWS" : "COLUMNS");
                range.put("startIndex", index).put("endIndex", index + 1);
            }
        }
        return json;
    }

    /** Where the row or column of an entry is now. */
    public static int index(Metadata.Place.OnDimension on, SpreadsheetModel model) {
        SheetModel sheet = model.sheet(on.sheetId())
                .orElseThrow(() -> new IllegalStateException("metadata on sheet " + on.sheetId() + ", which is gone"));
        return sheet.axis(on.rows()).indexOf(on.dimensionId());
    }
}
