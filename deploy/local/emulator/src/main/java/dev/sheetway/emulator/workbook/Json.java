package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;

/** Builds JSON nodes such that they equal the same nodes written out and parsed again. */
final class Json {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double EXACT = 9_007_199_254_740_992.0;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ArrayNode array() {
        return NODES.arrayNode();
    }

    /** A whole number prints without a fraction, as Google prints it; everything else keeps all its digits. */
    static ValueNode number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            long whole = (long) value;
            return whole == (int) whole ? NODES.numberNode((int) whole) : NODES.numberNode(whole);
        }
        return NODES.numberNode(value);
    }

    static ObjectNode of(String key, String value) {
        return object().put(key, value);
    }

    static ObjectNode of(String key, JsonNode value) {
        ObjectNode node = object();
        node.set(key, value);
        return node;
    }

    /** The array at {@code key}, made when absent. */
    static ArrayNode arrayAt(ObjectNode parent, String key) {
        return parent.get(key) instanceof ArrayNode there ? there : parent.putArray(key);
    }
}
