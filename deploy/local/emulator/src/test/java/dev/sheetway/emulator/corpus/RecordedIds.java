package dev.sheetway.emulator.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which id of the recording is which id of the emulator, learnt from the answers; and the comparison of two answers, exact
 * but for ids, times and theme. A key that is on one side only is a difference.
 */
final class RecordedIds {

    private static final Set<String> ID_FIELDS = Set.of(
            "id",
            "spreadsheetId",
            "sheetId",
            "namedRangeId",
            "protectedRangeId",
            "metadataId",
            "fileId",
            "permissionId");
    private static final Set<String> NOT_COMPARED = Set.of("createdTime", "modifiedTime", "spreadsheetTheme");

    private final Map<String, String> emulated = new LinkedHashMap<>();

    /** Tells which id of the emulator stands for a recorded one. */
    void learn(String recorded, String id) {
        emulated.put(recorded, id);
    }

    /** Replaces recorded file ids in a text, such as a URI. */
    String inText(String text) {
        String result = text;
        for (Map.Entry<String, String> entry : emulated.entrySet()) {
            if (entry.getKey().length() > 20) {
                result = result.replace(entry.getKey(), entry.getValue());
            }
        }
        return result;
    }

    /** Replaces recorded ids in the id fields of a request body. */
    JsonNode inBody(JsonNode body) {
        if (body instanceof ObjectNode object) {
            Set<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                String mapped =
                        ID_FIELDS.contains(name) || name.endsWith("SheetId") ? emulated.get(value.asText()) : null;
                if (mapped == null) {
                    inBody(value);
                } else if (value.isNumber()) {
                    object.put(name, Integer.parseInt(mapped));
                } else {
                    object.put(name, mapped);
                }
            }
        } else if (body instanceof ArrayNode array) {
            array.forEach(this::inBody);
        }
        return body;
    }

    /** The first difference, or an empty text. */
    String difference(JsonNode recorded, JsonNode actual, String path) {
        if (recorded.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            recorded.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String difference = field(name, recorded, actual, path + "/" + name);
                if (!difference.isEmpty()) {
                    return difference;
                }
            }
            return "";
        }
        if (recorded.isArray() && actual.isArray() && recorded.size() == actual.size()) {
            for (int i = 0; i < recorded.size(); i++) {
                String difference = difference(recorded.get(i), actual.get(i), path + "/" + i);
                if (!difference.isEmpty()) {
                    return difference;
                }
            }
            return "";
        }
        if (recorded.isNumber() && actual.isNumber() && recorded.doubleValue() == actual.doubleValue()) {
            return "";
        }
        boolean mail = recorded.asText().contains("@") && actual.asText().contains("@");
        if (mail
                || (recorded.isTextual()
                        && actual.isTextual()
                        && inText(recorded.asText()).equals(actual.asText()))) {
            return "";
        }
        return recorded.equals(actual) ? "" : path + ": recorded " + recorded + ", got " + actual;
    }

    private String field(String name, JsonNode recorded, JsonNode actual, String path) {
        JsonNode a = recorded.get(name);
        JsonNode b = actual.get(name);
        if (a == null || b == null) {
            return path + ": recorded " + a + ", got " + b;
        }
        if (NOT_COMPARED.contains(name)) {
            return "";
        }
        if (ID_FIELDS.contains(name) && a.isValueNode() && b.isValueNode()) {
            String known = emulated.putIfAbsent(a.asText(), b.asText());
            return known == null || known.equals(b.asText())
                    ? ""
                    : path + ": recorded " + a + " was " + known + ", is " + b;
        }
        return difference(a, b, path);
    }
}
