package dev.sheetway.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;

/** Says what the schema's validator found in words for whoever writes a plan: what was found there, and what is expected. */
final class SchemaWords {
    private static final int LONGEST = 60;

    private final JsonNode schema;

    /** @param schema the document itself: an error knows its rule alone, not what stands beside it */
    SchemaWords(JsonNode schema) {
        this.schema = schema;
    }

    String message(Error error) {
        JsonNode rule = error.getSchemaNode();
        JsonNode beside = beside(error);
        String found = "found " + shown(error.getInstanceNode());
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                "unknown key \"" + error.getProperty() + "\": expected one of " + keys(beside);
            case "required" -> "\"" + error.getProperty() + "\" is missing";
            case "enum" -> found + ": expected one of " + listed(rule);
            case "const" -> found + ": expected " + shown(rule);
            case "type" -> found + ": expected " + types(rule) + quotes(rule, error.getInstanceNode());
            case "pattern" -> found + ": expected " + described(beside, "text that matches " + rule.asText());
            case "oneOf", "minProperties", "maxProperties" ->
                found + ": expected " + described(beside, error.getMessage());
            case "minItems" -> found + ": expected at least " + rule.asText() + " entries";
            case "maxItems" -> found + ": expected at most " + rule.asText() + " entries";
            case "minLength" -> found + ": expected text that is not empty";
            default -> found + ": " + error.getMessage();
        };
    }

    /** The branches of a choice that was missed say nothing that the choice itself does not. */
    static boolean isBranch(Error error) {
        return String.valueOf(error.getSchemaLocation()).contains("/oneOf/");
    }

    private JsonNode beside(Error error) {
        String fragment = String.valueOf(error.getSchemaLocation().getFragment());
        int last = fragment.lastIndexOf('/');
        return last <= 0 ? schema : schema.at(fragment.substring(0, last));
    }

    private static String described(JsonNode beside, String otherwise) {
        return beside.path("description").asText(otherwise);
    }

    private static String keys(JsonNode beside) {
        List<String> keys = new ArrayList<>();
        beside.path("properties").fieldNames().forEachRemaining(keys::add);
        return String.join(", ", keys);
    }

    private static String listed(JsonNode values) {
        List<String> all = new ArrayList<>();
        values.forEach(value -> all.add(value.asText()));
        return String.join(", ", all);
    }

    private static String types(JsonNode rule) {
        return rule.isArray() ? listed(rule).replace(", ", " or ") : rule.asText();
    }

    private static String quotes(JsonNode rule, JsonNode found) {
        boolean scalar = found != null && (found.isNumber() || found.isBoolean());
        return scalar && types(rule).contains("string") ? ", in quotes" : "";
    }

    private static String shown(JsonNode value) {
        if (value == null || value.isMissingNode()) {
            return "nothing";
        }
        return switch (value.getNodeType()) {
            case OBJECT -> value.isEmpty() ? "an empty mapping" : "a mapping of " + names(value);
            case ARRAY -> value.isEmpty() ? "an empty list" : "a list";
            case NULL, MISSING -> "nothing";
            case STRING -> "\"" + cut(value.asText()) + "\"";
            case BINARY, BOOLEAN, NUMBER, POJO -> cut(value.asText());
        };
    }

    private static String names(JsonNode mapping) {
        List<String> names = new ArrayList<>();
        mapping.fieldNames().forEachRemaining(names::add);
        return cut(String.join(", ", names));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
