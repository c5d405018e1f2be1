package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares two resources node by node, so that a failure names the path and not two screens of JSON. */
public final class Spreadsheets {
    private static final int ENOUGH = 20;

    private Spreadsheets() {}

    public static void assertSame(JsonNode expected, JsonNode actual) {
        List<String> differences = new ArrayList<>();
        compare("", expected, actual, differences);
        assertThat(differences).isEmpty();
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, List<String> differences) {
        if (differences.size() >= ENOUGH || expected.equals(actual)) {
            return;
        }
        if (expected.getNodeType() == JsonNodeType.OBJECT && actual.getNodeType() == JsonNodeType.OBJECT) {
            TreeSet<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, expected.path(name), actual.path(name), differences));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "/" + i, expected.get(i), actual.get(i), differences);
            }
        } else {
            differences.add(path + ": " + brief(expected) + " became " + brief(actual));
        }
    }

    private static String brief(JsonNode node) {
        String text = node.isArray() ? "array of " + node.size() : node.isMissingNode() ? "nothing" : node.toString();
        return text.substring(0, Math.min(300, text.length()));
    }
}
