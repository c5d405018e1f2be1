package dev.sheetway.workspace.google;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Google's DataValidationRule as text that can be compared: what was written equals what is read back. */
public final class ValidationRule {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private ValidationRule() {}

    /**
     * Compact JSON with sorted keys, without what Google leaves out: {@code false}, {@code null}, empty texts.
     *
     * @throws IllegalArgumentException when {@code rule} is no JSON object
     */
    public static String canonical(String rule) {
        try {
            if (JsonParser.parseString(rule) instanceof JsonObject object) {
                return GSON.toJson(sorted(object));
            }
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("validation rule: expected a JSON object", e);
        }
        throw new IllegalArgumentException("validation rule: expected a JSON object");
    }

    static Optional<String> read(JsonReader in) {
        return JsonParser.parseReader(in) instanceof JsonObject object
                        && !sorted(object).isEmpty()
                ? Optional.of(GSON.toJson(sorted(object)))
                : Optional.empty();
    }

    private static JsonObject sorted(JsonObject object) {
        Map<String, JsonElement> fields = new TreeMap<>(object.asMap());
        JsonObject result = new JsonObject();
        fields.forEach((name, value) -> {
            if (!isDefault(value)) {
                result.add(name, sorted(value));
            }
        });
        return result;
    }

    private static JsonElement sorted(JsonElement value) {
        return switch (value) {
            case JsonObject object -> sorted(object);
            case JsonArray array -> {
                JsonArray result = new JsonArray();
                array.forEach(element -> result.add(sorted(element)));
                yield result;
            }
            default -> value;
        };
    }

    private static boolean isDefault(JsonElement value) {
        return value.isJsonNull()
                || (value instanceof JsonPrimitive primitive
                        && (primitive.isBoolean()
                                ? !primitive.getAsBoolean()
                                : primitive.getAsString().isEmpty()));
    }
}
