package dev.sheetway.workspace.google;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Reference;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what speaks of columns beside cells, without knowing each kind's shape: ranges and formulas wherever they stand. */
final class References {
    /** Kind by field of a sheet; pivot tables stand in cells and are not among them. */
    private static final Map<String, String> KINDS = kinds();

    static final String MASK = "sheets(properties(sheetId,title)," + String.join(",", KINDS.keySet()) + ")";

    private static final Set<String> BOUNDS =
            Set.of("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex");

    private final List<GridArea> areas = new ArrayList<>();
    private final List<String> formulas = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();

    private References() {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("conditionalFormats", "conditional format");
        kinds.put("charts", "chart");
        kinds.put("filterViews", "filter view");
        kinds.put("basicFilter", "filter");
        kinds.put("protectedRanges", "protected range");
        kinds.put("bandedRanges", "banded range");
        kinds.put("slicers", "slicer");
        kinds.put("tables", "table");
        return kinds;
    }

    static List<Reference> parse(InputStream answer) {
        List<Reference> found = new ArrayList<>();
        JsonElement root = JsonParser.parseReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
        for (JsonElement sheet : array(root.getAsJsonObject().get("sheets"))) {
            sheet(sheet.getAsJsonObject(), found);
        }
        return found;
    }

    private static void sheet(JsonObject sheet, List<Reference> found) {
        JsonObject properties = sheet.getAsJsonObject("properties");
        int sheetId = number(properties, "sheetId", 0);
        String title = properties.get("title").getAsString();
        KINDS.forEach((field, kind) -> {
            int position = 0;
            for (JsonElement one : array(sheet.get(field))) {
                position++;
                References parts = new References();
                parts.walk(one);
                found.add(new Reference(
                        kind + " " + name(one.getAsJsonObject(), position) + " of tab \"" + title + "\"",
                        sheetId,
                        parts.areas,
                        parts.formulas,
                        parts.columns));
            }
        });
    }

    private static String name(JsonObject one, int position) {
        for (String field : List.of("title", "name", "description")) {
            if (one.has(field) && !one.get(field).getAsString().isEmpty()) {
                return "\"" + one.get(field).getAsString() + "\"";
            }
        }
        return Integer.toString(position);
    }

    private void walk(JsonElement element) {
        if (element instanceof JsonArray array) {
            array.forEach(this::walk);
        } else if (element instanceof JsonObject object) {
            if (BOUNDS.stream().anyMatch(object::has)) {
                areas.add(area(object));
            }
            object.asMap().forEach(this::field);
        } else if (element.isJsonPrimitive() && element.getAsString().startsWith("=")) {
            formulas.add(element.getAsString());
        }
    }

    private void field(String name, JsonElement value) {
        switch (name) {
            case "filterSpecs" ->
                array(value).forEach(spec -> columns.add(number(spec.getAsJsonObject(), "columnIndex", 0)));
            case "sortSpecs" ->
                array(value).forEach(spec -> columns.add(number(spec.getAsJsonObject(), "dimensionIndex", 0)));
            case "criteria" -> {
                if (value instanceof JsonObject byColumn) {
                    byColumn.keySet().stream()
                            .filter(key -> key.matches("\\d{1,6}"))
                            .map(Integer::valueOf)
                            .forEach(columns::add);
                }
            }
            default -> {}
        }
        walk(value);
    }

    private static GridArea area(JsonObject range) {
        int startRow = number(range, "startRowIndex", 0);
        int startColumn = number(range, "startColumnIndex", 0);
        return new GridArea(
                number(range, "sheetId", 0),
                startRow,
                Math.max(startRow, number(range, "endRowIndex", GridArea.END)),
                startColumn,
                Math.max(startColumn, number(range, "endColumnIndex", GridArea.END)));
    }

    private static int number(JsonObject object, String field, int otherwise) {
        return object.has(field) ? object.get(field).getAsInt() : otherwise;
    }

    private static Iterable<JsonElement> array(@Nullable JsonElement element) {
        if (element == null) {
            return List.of();
        }
        return element instanceof JsonArray array ? array : List.of(element);
    }
}
