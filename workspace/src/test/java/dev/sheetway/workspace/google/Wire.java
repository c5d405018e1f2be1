package dev.sheetway.workspace.google;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.EffectBatch;
import java.time.Duration;
import java.util.List;

/** What the tests of the wire share. */
final class Wire {
    static final SpreadsheetId ID = new SpreadsheetId("1abc");
    static final MigrationId MIGRATION = MigrationId.parse("00000000-0000-5000-8000-000000000001");
    static final EffectId EXPAND = new EffectId(MIGRATION, Step.EXPAND, Direction.FORWARD, 1);
    static final EffectId OPEN = new EffectId(MIGRATION, Step.OPEN, Direction.FORWARD, 1);
    static final String APPLIED = "{\"spreadsheetId\":\"1abc\"}";
    static final String REFUSED =
            "{\"error\":{\"code\":400,\"message\":\"Invalid requests[0].addNamedRange: no\",\"status\":\"INVALID_ARGUMENT\"}}";
    static final String UNAVAILABLE =
            "{\"error\":{\"code\":503,\"message\":\"The service is currently unavailable.\",\"status\":\"UNAVAILABLE\"}}";

    private Wire() {}

    static GatewaySettings settings(CannedGoogle google) {
        return GatewaySettings.of(google.url(), TokenSource.fixed("t")).withReadTimeout(Duration.ofSeconds(5));
    }

    static GoogleWorkspace connect(CannedGoogle google, Pace pace) {
        return GoogleWorkspace.connect(settings(google), pace);
    }

    static EffectBatch batch(EffectId effect, Effect... effects) {
        return new EffectBatch(effect, 0, List.of(effects), "{\"columns\":3}");
    }

    /** Requests of the last batch that was sent, without slot and record. */
    static List<JsonObject> effects(CannedGoogle google) {
        List<JsonObject> all = requests(google);
        return all.subList(2, all.size());
    }

    static List<JsonObject> requests(CannedGoogle google) {
        return JsonParser.parseString(google.sent.getLast().body())
                .getAsJsonObject()
                .getAsJsonArray("requests")
                .asList()
                .stream()
                .map(element -> element.getAsJsonObject())
                .toList();
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('`', '"')).getAsJsonObject();
    }

    /** A structure with one tab, these named ranges and this metadata on the spreadsheet. */
    static String structure(List<String> namedRanges, List<String[]> metadata) {
        StringBuilder text = new StringBuilder("{\"properties\":{\"title\":\"T\"},\"sheets\":[{\"properties\":"
                + "{\"sheetId\":0,\"title\":\"Operaciones\",\"index\":0,\"gridProperties\":"
                + "{\"rowCount\":10,\"columnCount\":5}}}],\"namedRanges\":[");
        text.append(String.join(
                ",",
                namedRanges.stream()
                        .map(name -> "{\"namedRangeId\":\"" + name + "\",\"name\":\"" + name + "\",\"range\":{}}")
                        .toList()));
        text.append("],\"developerMetadata\":[");
        int id = 1;
        for (String[] entry : metadata) {
            JsonObject object = new JsonObject();
            object.addProperty("metadataId", id++);
            object.addProperty("metadataKey", entry[0]);
            object.addProperty("metadataValue", entry[1]);
            text.append(id > 2 ? "," : "").append(object);
        }
        return text.append("]}").toString();
    }
}
