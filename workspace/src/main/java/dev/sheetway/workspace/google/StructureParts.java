package dev.sheetway.workspace.google;

import com.google.gson.stream.JsonReader;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook.Location;
import dev.sheetway.workspace.Workbook.Metadata;
import dev.sheetway.workspace.Workbook.NamedRange;
import java.io.IOException;
import java.util.Optional;

/** The small messages inside a spreadsheet's structure. */
final class StructureParts {
    private StructureParts() {}

    static Metadata metadata(JsonReader in, Location location) throws IOException {
        var fields = new Object() {
            int id;
            String key = "";
            String value = "";
        };
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "metadataId" -> fields.id = value.nextInt();
                case "metadataKey" -> fields.key = value.nextString();
                case "metadataValue" -> fields.value = value.nextString();
                default -> value.skipValue();
            }
        });
        return new Metadata(fields.id, fields.key, fields.value, location);
    }

    static NamedRange namedRange(JsonReader in) throws IOException {
        var fields = new Object() {
            String id = "";
            String name = "";
            Optional<GridArea> area = Optional.empty();
        };
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "namedRangeId" -> fields.id = value.nextString();
                case "name" -> fields.name = value.nextString();
                case "range" -> fields.area = area(value);
                default -> value.skipValue();
            }
        });
        return new NamedRange(fields.id, fields.name, fields.area);
    }

    /** A missing end reaches to the end of the grid, a missing {@code sheetId} or start is 0; empty: no area at all. */
    private static Optional<GridArea> area(JsonReader in) throws IOException {
        var fields = new Object() {
            int sheetId;
            int startRow;
            int endRow = GridArea.END;
            int startColumn;
            int endColumn = GridArea.END;
        };
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "sheetId" -> fields.sheetId = value.nextInt();
                case "startRowIndex" -> fields.startRow = value.nextInt();
                case "endRowIndex" -> fields.endRow = value.nextInt();
                case "startColumnIndex" -> fields.startColumn = value.nextInt();
                case "endColumnIndex" -> fields.endColumn = value.nextInt();
                default -> value.skipValue();
            }
        });
        return fields.endRow < fields.startRow || fields.endColumn < fields.startColumn
                ? Optional.empty()
                : Optional.of(new GridArea(
                        fields.sheetId, fields.startRow, fields.endRow, fields.startColumn, fields.endColumn));
    }
}
