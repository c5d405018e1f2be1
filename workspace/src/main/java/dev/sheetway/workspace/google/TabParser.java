package dev.sheetway.workspace.google;

import com.google.gson.stream.JsonReader;
import dev.sheetway.workspace.Workbook.Location;
import dev.sheetway.workspace.Workbook.Metadata;
import dev.sheetway.workspace.Workbook.Tab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one element of {@code sheets}. The tab's id may come after what hangs on it, so that is placed at the end. */
final class TabParser {

    /** An entry at a position of a dimension. */
    private record Placed(int index, Metadata entry) {}

    private final TabProperties properties = new TabProperties();
    private final List<Metadata> onTab = new ArrayList<>();
    private final List<Placed> onRows = new ArrayList<>();
    private final List<Placed> onColumns = new ArrayList<>();
    private int protectedAreas;

    /** @param metadata gets the tab's entries, those of its columns and rows included */
    static Tab parse(JsonReader in, List<Metadata> metadata) throws IOException {
        TabParser parser = new TabParser();
        JsonFields.object(in, parser::field);
        Tab tab = parser.properties.tab(parser.protectedAreas);
        int sheetId = tab.sheetId();
        parser.onTab.forEach(entry -> metadata.add(at(entry, new Location.OfTab(sheetId))));
        parser.onColumns.forEach(
                placed -> metadata.add(at(placed.entry(), new Location.OfColumn(sheetId, placed.index()))));
        parser.onRows.forEach(placed -> metadata.add(at(placed.entry(), new Location.OfRow(sheetId, placed.index()))));
        return tab;
    }

    private void field(String name, JsonReader in) throws IOException {
        switch (name) {
            case "properties" -> JsonFields.object(in, properties::take);
            case "protectedRanges" ->
                JsonFields.array(in, range -> {
                    protectedAreas++;
                    range.skipValue();
                });
            case "developerMetadata" -> JsonFields.array(in, entry -> onTab.add(unplaced(entry)));
            case "data" -> JsonFields.array(in, this::data);
            default -> in.skipValue();
        }
    }

    private void data(JsonReader in) throws IOException {
        var start = new Object() {
            int row;
            int column;
        };
        List<Placed> rows = new ArrayList<>();
        List<Placed> columns = new ArrayList<>();
        JsonFields.object(in, (name, value) -> {
            switch (name) {
                case "startRow" -> start.row = value.nextInt();
                case "startColumn" -> start.column = value.nextInt();
                case "rowMetadata" -> dimension(value, rows);
                case "columnMetadata" -> dimension(value, columns);
                default -> value.skipValue();
            }
        });
        rows.forEach(placed -> onRows.add(new Placed(start.row + placed.index(), placed.entry())));
        columns.forEach(placed -> onColumns.add(new Placed(start.column + placed.index(), placed.entry())));
    }

    private static void dimension(JsonReader in, List<Placed> found) throws IOException {
        var position = new Object() {
            int index;
        };
        JsonFields.array(in, one -> {
            int index = position.index++;
            JsonFields.object(one, (name, value) -> {
                if (name.equals("developerMetadata")) {
                    JsonFields.array(value, entry -> found.add(new Placed(index, unplaced(entry))));
                } else {
                    value.skipValue();
                }
            });
        });
    }

    private static Metadata unplaced(JsonReader in) throws IOException {
        return StructureParts.metadata(in, new Location.OfSpreadsheet());
    }

    private static Metadata at(Metadata entry, Location location) {
        return new Metadata(entry.id(), entry.key(), entry.value(), location);
    }
}
