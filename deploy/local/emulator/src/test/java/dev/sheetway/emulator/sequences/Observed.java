package dev.sheetway.emulator.sequences;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.support.Http;
import java.util.Map;
import java.util.TreeMap;

/** The same snapshot, read from the emulator. */
final class Observed {

    private Observed() {}

    static Snapshot of(Http http, String id) {
        Map<String, String> lines = new TreeMap<>();
        JsonNode structure = ok(http.get("/v4/spreadsheets/" + id
                + "?fields=namedRanges,sheets.properties(sheetId,title,index,gridProperties(rowCount,columnCount))"));
        StringBuilder ranges = new StringBuilder();
        for (JsonNode sheet : structure.path("sheets")) {
            JsonNode properties = sheet.path("properties");
            JsonNode grid = properties.path("gridProperties");
            lines.put(
                    "sheet " + properties.path("index").asInt(),
                    properties.path("sheetId").asInt() + " "
                            + properties.path("title").asText() + " "
                            + grid.path("rowCount").asInt() + "x"
                            + grid.path("columnCount").asInt());
            ranges.append("&ranges=").append(properties.path("title").asText());
        }
        structure
                .path("namedRanges")
                .forEach(
                        range -> lines.put("range " + range.path("namedRangeId").asText(), print(range)));
        JsonNode values =
                ok(http.get("/v4/spreadsheets/" + id + "/values:batchGet?valueRenderOption=FORMULA" + ranges));
        for (int s = 0; s < values.path("valueRanges").size(); s++) {
            int sheetId = structure.at("/sheets/" + s + "/properties/sheetId").asInt();
            cells(lines, sheetId, values.path("valueRanges").get(s).path("values"));
        }
        JsonNode found = ok(http.post(
                "/v4/spreadsheets/" + id + "/developerMetadata:search",
                "{\"dataFilters\":[{\"developerMetadataLookup\":{\"metadataKey\":\"k\"}}]}"));
        found.path("matchedDeveloperMetadata").forEach(match -> {
            JsonNode entry = match.path("developerMetadata");
            lines.put("metadata " + entry.path("metadataId").asInt(), place(entry.path("location")));
        });
        return new Snapshot(lines);
    }

    private static JsonNode ok(Http.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("cannot read the spreadsheet: " + answer);
        }
        return answer.body();
    }

    private static void cells(Map<String, String> lines, int sheetId, JsonNode rows) {
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                String text = rows.get(r).get(c).asText();
                if (!text.isEmpty()) {
                    lines.put(Snapshot.cell(sheetId, r, c), text.contains("#REF!") ? "#REF!" : text);
                }
            }
        }
    }

    private static String print(JsonNode range) {
        JsonNode box = range.path("range");
        return range.path("name").asText() + " " + box.path("sheetId").asInt() + " rows "
                + box.path("startRowIndex").asInt() + ".."
                + box.path("endRowIndex").asInt() + " columns "
                + box.path("startColumnIndex").asInt() + ".."
                + box.path("endColumnIndex").asInt();
    }

    private static String place(JsonNode location) {
        String type = location.path("locationType").asText();
        JsonNode range = location.path("dimensionRange");
        return switch (type) {
            case "SPREADSHEET" -> type;
            case "SHEET" -> type + " " + location.path("sheetId").asInt();
            default ->
                type + " " + range.path("sheetId").asInt() + " "
                        + range.path("startIndex").asInt();
        };
    }
}
