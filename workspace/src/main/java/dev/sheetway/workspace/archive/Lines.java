package dev.sheetway.workspace.archive;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An archive's lines as JSON: one row each, and never more than one in memory. */
final class Lines {
    /** Deeper than any line of an archive; keeps a hostile file from exhausting the stack. */
    private static final int DEEPEST = 16;
    /** A lone surrogate would not survive UTF-8, so none is written as it stands. */
    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;

    private static final JsonMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .highestNonEscapedChar(LAST_BEFORE_SURROGATES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Lines() {}

    /**
     * @throws DamagedArchive when {@code line} is not exactly one object; says where, never what, because a line holds
     *     cell values
     */
    static ObjectNode read(String line) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                return object;
            }
            throw new DamagedArchive("a line: expected an object");
        } catch (JsonProcessingException noJson) {
            int column = noJson.getLocation() == null ? 0 : noJson.getLocation().getColumnNr();
            throw new DamagedArchive("character " + column + ": expected JSON");
        }
    }

    /** Without a line break. The same value always gives the same text. */
    static String write(JsonNode value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("a tree of our own cannot be written", bug);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Whole numbers as such; everything else in the shortest form that reads back as the same double. */
    static NumericNode number(double value) {
        boolean whole = value == Math.rint(value)
                && Math.abs(value) < 1e15
                && Double.doubleToRawLongBits(value) != Long.MIN_VALUE;
        return whole ? LongNode.valueOf((long) value) : DoubleNode.valueOf(value);
    }

    static String text(JsonNode object, String name) {
        return object.get(name) instanceof JsonNode value && value.isTextual()
                ? value.textValue()
                : fail(name, "a text");
    }

    static int integer(JsonNode object, String name) {
        return object.get(name) instanceof JsonNode value && value.isIntegralNumber() && value.canConvertToInt()
                ? value.intValue()
                : fail(name, "an integer");
    }

    /** The elements of a list. */
    static Iterable<JsonNode> items(JsonNode object, String name) {
        return object.get(name) instanceof JsonNode value && value.isArray() ? value : fail(name, "a list");
    }

    private static <T> T fail(String name, String expected) {
        throw new DamagedArchive("field \"" + name + "\": expected " + expected);
    }
}
