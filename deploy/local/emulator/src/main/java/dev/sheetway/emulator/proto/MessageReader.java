package dev.sheetway.emulator.proto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request body as Google's JSON transcoder does: unknown names, wrong types and wrong enumeration values are
 * refused with every violation listed, {@code null} means absent, defaults without presence vanish. The texts of type
 * errors are [REC] for {@code data.values}; those of the other types follow the same form [KNOW].
 */
public final class MessageReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<ObjectNode> violations = new ArrayList<>();

    private MessageReader() {}

    /**
     * Reads one message.
     *
     * @param path where the message stands in Google's own request, such as {@code data} for a values body; empty at the top
     * @throws ApiException 400 with details for what Google refuses, 501 for what is not emulated
     */
    public static ObjectNode read(String message, JsonNode body, String path) {
        MessageReader reader = new MessageReader();
        ObjectNode read = reader.message(message, body, path);
        if (!reader.violations.isEmpty()) {
            throw reader.refusal();
        }
        return read;
    }

    private ObjectNode message(String message, JsonNode node, String path) {
        ObjectNode result = JSON.objectNode();
        if (!node.isObject()) {
            invalid(path, "type.googleapis.com/google.apps.sheets.v4." + message, node);
            return result;
        }
        Map<String, Field> fields = Messages.fields(message);
        node.properties().forEach(entry -> {
            Field field = fields.get(entry.getKey());
            if (field == null) {
                field = bySnakeName(fields, entry.getKey());
            }
            if (field == null) {
                unknown(entry.getKey(), path);
                return;
            }
            if (entry.getValue().isNull()) {
                return;
            }
            String inner = path.isEmpty() ? field.snakeName() : path + "." + field.snakeName();
            JsonNode value = value(field.type(), entry.getValue(), inner);
            if (value != null && (field.tracksPresence() || !isDefault(value))) {
                result.set(field.name(), value);
            }
        });
        return result;
    }

    private static @Nullable Field bySnakeName(Map<String, Field> fields, String name) {
        return fields.values().stream()
                .filter(field -> field.snakeName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isDefault(JsonNode value) {
        return (value.isNumber() && value.doubleValue() == 0)
                || (value.isBoolean() && !value.booleanValue())
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isArray() && value.isEmpty());
    }

    private @Nullable JsonNode value(FieldType type, JsonNode node, String path) {
        return switch (type) {
            case FieldType.Scalar scalar -> scalar(scalar, node, path);
            case FieldType.Enumeration enumeration -> enumeration(enumeration, node, path);
            case FieldType.Nested nested -> message(nested.message(), node, path);
            case FieldType.NotEmulated unsupported -> {
                if (node.isArray() && node.isEmpty()) {
                    yield null;
                }
                throw ApiException.notEmulated(unsupported.name());
            }
            case FieldType.ListOf list -> list(list.element(), node, path);
            case FieldType.MapOf map -> map(map.element(), node, path);
        };
    }

    private @Nullable JsonNode list(FieldType element, JsonNode node, String path) {
        if (!node.isArray()) {
            // a lone value is taken for a list of one: "values": "X" is refused as "X" being no ListValue [REC]
            JsonNode only = value(element, node, path);
            return only == null ? null : JSON.arrayNode().add(only);
        }
        ArrayNode result = JSON.arrayNode(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonNode value = value(element, node.get(i), path + "[" + i + "]");
            if (value != null) {
                result.add(value);
            }
        }
        return result;
    }

    private ObjectNode map(FieldType element, JsonNode node, String path) {
        ObjectNode result = JSON.objectNode();
        if (!node.isObject()) {
            invalid(path, "Map", node);
            return result;
        }
        node.properties().forEach(entry -> {
            JsonNode value = value(element, entry.getValue(), path + "[" + entry.getKey() + "].value");
            if (value != null) {
                result.set(entry.getKey(), value);
            }
        });
        return result;
    }

    private @Nullable JsonNode scalar(FieldType.Scalar type, JsonNode node, String path) {
        JsonNode read =
                switch (type) {
                    case INT -> integer(node);
                    case BOOL -> node.isBoolean() ? node : null;
                    case FLOAT -> node.isNumber() ? single(node.doubleValue()) : null;
                    case DOUBLE -> node.isNumber() ? DoubleNode.valueOf(node.doubleValue()) : null;
                    case STRING, MASK -> node.isTextual() ? node : null;
                    case ROW -> node.isArray() ? node : null;
                };
        if (read == null) {
            invalid(path, type.printed(), node);
        }
        return read;
    }

    /** Google keeps colours as 32-bit floats: 0.4980392156862745 comes back as 0.49803922 [REC]. */
    private static JsonNode single(double value) {
        return value == Math.rint(value) ? IntNode.valueOf((int) value) : FloatNode.valueOf((float) value);
    }

    private static @Nullable JsonNode integer(JsonNode node) {
        if (node.isNumber()
                && node.doubleValue() == Math.rint(node.doubleValue())
                && Math.abs(node.doubleValue()) <= Integer.MAX_VALUE) {
            return IntNode.valueOf(node.intValue());
        }
        if (node.isTextual() && node.textValue().matches("-?\\d{1,9}")) {
            return IntNode.valueOf(Integer.parseInt(node.textValue()));
        }
        return null;
    }

    private @Nullable JsonNode enumeration(FieldType.Enumeration type, JsonNode node, String path) {
        if (node.isTextual() && type.values().contains(node.textValue())) {
            return node;
        }
        if (node.isInt()
                && node.intValue() >= 0
                && node.intValue() < type.values().size()) {
            return JSON.textNode(type.values().get(node.intValue()));
        }
        invalid(path, "type.googleapis.com/google.apps.sheets.v4." + type.name(), node);
        return null;
    }

    private void unknown(String name, String path) {
        String where = path.isEmpty() ? "" : " at '" + path + "'";
        violation(
                path, "Invalid JSON payload received. Unknown name \"" + name + "\"" + where + ": Cannot find field.");
    }

    private void invalid(String path, String type, JsonNode value) {
        violation(path, "Invalid value at '" + path + "' (" + type + "), " + value);
    }

    private void violation(String field, String description) {
        ObjectNode violation = JSON.objectNode();
        if (!field.isEmpty()) {
            violation.put("field", field);
        }
        violations.add(violation.put("description", description));
    }

    private ApiException refusal() {
        ObjectNode detail = JSON.objectNode();
        detail.put("@type", "type.googleapis.com/google.rpc.BadRequest");
        detail.putArray("fieldViolations").addAll(violations);
        List<String> texts =
                violations.stream().map(v -> v.get("description").textValue()).toList();
        return new ApiException(
                400, "INVALID_ARGUMENT", "badRequest", "global", String.join("\n", texts), List.of(detail));
    }
}
