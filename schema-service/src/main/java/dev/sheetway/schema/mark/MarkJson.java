package dev.sheetway.schema.mark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Small JSON objects in the values of developer metadata and audit rows. */
public final class MarkJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private MarkJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The object in {@code text}; empty when it is none: somebody else's metadata may stand under any key. */
    public static Optional<JsonNode> read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The text in {@code field}; empty when it is missing or no text. */
    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
