package dev.sheetway.emulator.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.support.Discovery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes bodies that fit a schema of a discovery document, with values that often mean something. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 7;

    /** Messages of which one field alone may be set. */
    private static final Set<String> ONE_OF =
            Set.of("Request", "ExtendedValue", "DataFilter", "DeveloperMetadataLocation", "ColorStyle", "ErrorValue");

    private static final List<String> MASKS = List.of(
            "*",
            "title",
            "userEnteredValue",
            "userEnteredFormat.numberFormat",
            "gridProperties.rowCount",
            "name,range",
            "pixelSize",
            "hiddenByUser",
            "note",
            "editors",
            "metadataValue",
            "index,hidden",
            "tabColor",
            "collapsed");
    private static final List<String> TEXTS = List.of(
            "a",
            "Sheet1",
            "Sheet1!A1:B2",
            "A1",
            "B:C",
            "2:3",
            "=A1+1",
            "=Sheet1!B2",
            "x y",
            "name_1",
            "owner@example.com",
            "12",
            "2020-01-02",
            "TRUE",
            "",
            "k",
            "yyyy-mm-dd",
            "id1");

    private final Discovery discovery;
    private final Draw draw;
    private final Set<String> preferred;

    /** @param preferred fields of {@code Request} to choose most of the time */
    Bodies(Discovery discovery, Draw draw, Set<String> preferred) {
        this.discovery = discovery;
        this.draw = draw;
        this.preferred = preferred;
    }

    JsonNode of(String schema) {
        return object(schema, discovery.schema(schema), 0);
    }

    private ObjectNode object(String name, JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<Map.Entry<String, JsonNode>> fields =
                new ArrayList<>(schema.path("properties").properties());
        if (fields.isEmpty()) {
            return object;
        }
        if (ONE_OF.contains(name)) {
            Map.Entry<String, JsonNode> one = draw.of(fields);
            while (name.equals("Request") && !preferred.contains(one.getKey()) && draw.chance(0.95)) {
                one = draw.of(fields);
            }
            object.set(one.getKey(), value(one.getKey(), one.getValue(), depth + 1));
            return object;
        }
        for (Map.Entry<String, JsonNode> field : fields) {
            if (draw.chance(depth < 3 ? 0.75 : depth < DEEP ? 0.35 : 0)) {
                object.set(field.getKey(), value(field.getKey(), field.getValue(), depth + 1));
            }
        }
        return object;
    }

    private JsonNode value(String name, JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            String ref = schema.get("$ref").asText();
            return object(ref, discovery.schema(ref), depth);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(draw.below(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "array" -> array(name, schema.path("items"), depth);
            case "boolean" -> JSON.booleanNode(draw.chance(0.5));
            case "integer" -> JSON.numberNode(integer(name));
            case "number" -> JSON.numberNode(draw.below(1000) / 8.0);
            case "object" -> JSON.objectNode();
            case "any" -> draw.chance(0.5) ? JSON.textNode(text(name)) : JSON.numberNode(draw.below(9));
            default -> JSON.textNode(text(name));
        };
    }

    private ArrayNode array(String name, JsonNode items, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = draw.below(name.equals("requests") ? 3 : 4) + (name.equals("requests") ? 1 : 0);
        for (int i = 0; i < size; i++) {
            array.add(value(name, items, depth + 1));
        }
        return array;
    }

    private int integer(String name) {
        if (name.endsWith("heetId")) {
            return draw.of(List.of(0, 0, 0, 7, 99));
        }
        return name.startsWith("end") ? 1 + draw.below(8) : draw.below(5);
    }

    private String text(String name) {
        return switch (name) {
            case "fields" -> draw.of(MASKS);
            case "formulaValue" ->
                draw.of(List.of(
                        "=A1",
                        "=sum( a1:b2 )",
                        "=$B$3*2",
                        "={1,2}",
                        "=",
                        "A1",
                        "=A99999999999",
                        "=A0",
                        "='a''b'!A1",
                        "=Sheet1!A:A",
                        "=1:2"));
            case "range", "ranges", "a1Range" ->
                draw.of(List.of("A1", "Sheet1!A1:B2", "B2:C", "Sheet1", "other", "name_1"));
            case "title", "name" -> "t" + draw.below(5);
            case "find" -> draw.of(List.of("a", "(t)", "[", "^", "", "."));
            case "replacement" -> draw.of(List.of("b", "$1", "$9", "", "\\"));
            default -> draw.of(TEXTS);
        };
    }
}
