package dev.sheetway.emulator.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Spoils a body: wrong types, unknown fields and values, extreme numbers, odd text, and bytes that are no JSON. */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final List<String> ODD_TEXT = List.of(
            "\u0000",
            "\ud83d\ude00".repeat(40),
            "\u202e\u200b",
            "é\u0301\u0301",
            "'",
            "''!A1",
            "!",
            "!!",
            "A1:B2:C3",
            "A0",
            "ZZZZZ99999999999",
            "A1048577",
            "-1",
            "=",
            "=)",
            "=\"",
            "=A1:",
            "='x",
            "#REF!",
            "%",
            "%zz",
            "..",
            "{}",
            "\"",
            "\\",
            "a".repeat(60_000),
            "(((((",
            "a.b.c",
            "*,*",
            "sheets(",
            "fields=*",
            "true",
            "NaN",
            "1e400",
            "\u00a0",
            "\t\n\r");

    private final Draw draw;

    Mutations(Draw draw) {
        this.draw = draw;
    }

    /** Changes one thing somewhere in the tree. */
    void spoil(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode chosen = draw.of(containers);
        if (chosen instanceof ObjectNode object) {
            spoil(object);
        } else if (chosen instanceof ArrayNode array) {
            if (array.isEmpty() || draw.chance(0.3)) {
                array.add(odd());
            } else if (draw.chance(0.2)) {
                array.remove(draw.below(array.size()));
            } else {
                array.set(draw.below(array.size()), odd());
            }
        }
    }

    private void spoil(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || draw.chance(0.1)) {
            object.set(draw.of(List.of("unknown", "sheetId", "range", "fields", "", "\u0000", "@type")), odd());
            return;
        }
        String name = draw.of(names);
        if (draw.chance(0.25)) {
            object.remove(name);
        } else {
            object.set(name, odd());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private JsonNode odd() {
        return switch (draw.below(16)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(draw.chance(0.5));
            case 2 -> JSON.objectNode();
            case 3 -> JSON.arrayNode();
            case 4 -> JSON.arrayNode().add(JSON.arrayNode().add(JSON.objectNode()));
            case 5 -> JSON.numberNode(Integer.MAX_VALUE);
            case 6 -> JSON.numberNode(Integer.MIN_VALUE);
            case 7 -> JSON.numberNode(-1);
            case 8 -> JSON.numberNode(Long.MAX_VALUE);
            case 9 -> JSON.numberNode(1.5);
            case 10 -> JSON.numberNode(1e300);
            case 11 -> JSON.numberNode(100_000);
            case 12 -> JSON.numberNode(0);
            case 13 -> JSON.textNode("NO_SUCH_VALUE");
            default -> JSON.textNode(draw.of(ODD_TEXT));
        };
    }

    /** Spoils the text itself. */
    String spoil(String text) {
        int at = text.isEmpty() ? 0 : draw.below(text.length());
        return switch (draw.below(8)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + text;
            case 2 ->
                text.substring(0, at)
                        + draw.of(List.of("\u0000", "}", "]", ",", "\"", ":", "NaN"))
                        + text.substring(at);
            case 3 -> "";
            case 4 -> draw.of(List.of("null", "[]", "1", "\"x\"", "true", "[{}]", "{}", " "));
            case 5 -> "[".repeat(5000);
            case 6 -> "{\"requests\":".repeat(1500) + "1" + "}".repeat(1500);
            default -> text.replace('{', '[');
        };
    }
}
