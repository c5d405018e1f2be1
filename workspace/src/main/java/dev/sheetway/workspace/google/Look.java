package dev.sheetway.workspace.google;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what a cell has beside content, number format and validation, in one form whatever order Google gives it in. */
final class Look {
    static final String NOTE = "note";
    static final String RUNS = "textFormatRuns";
    private static final String FORMAT = "userEnteredFormat";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final TreeMap<String, JsonElement> fields = new TreeMap<>();
    private final TreeMap<String, JsonElement> formats = new TreeMap<>();

    void take(String name, JsonReader in) {
        fields.put(name, sorted(JsonParser.parseReader(in)));
    }

    /** A format other than the number format. */
    void format(String name, JsonReader in) {
        formats.put(name, sorted(JsonParser.parseReader(in)));
    }

    /** Empty when there is nothing. */
    Optional<String> json() {
        if (!formats.isEmpty()) {
            fields.put(FORMAT, object(formats));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(GSON.toJson(object(fields)));
    }

    private static JsonObject object(TreeMap<String, JsonElement> fields) {
        JsonObject object = new JsonObject();
        fields.forEach(object::add);
        return object;
    }

    private static JsonElement sorted(JsonElement value) {
        return switch (value) {
            case JsonObject object -> {
                TreeMap<String, JsonElement> inner = new TreeMap<>();
                object.asMap().forEach((name, each) -> inner.put(name, sorted(each)));
                yield object(inner);
            }
            case JsonArray array -> {
                JsonArray result = new JsonArray();
                array.forEach(each -> result.add(sorted(each)));
                yield result;
            }
            default -> value;
        };
    }
}
