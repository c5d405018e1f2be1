package dev.sheetway.workspace.archive;

import java.util.List;
import java.util.Map;

/** A JSON value of an archive's line. */
sealed interface Json {
    record Text(String value) implements Json {}

    record Num(double value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    record Items(List<Json> values) implements Json {}

    record Fields(Map<String, Json> values) implements Json {
        Json get(String name) {
            return values.getOrDefault(name, new Null());
        }

        String text(String name) {
            return get(name) instanceof Text text ? text.value() : fail(name, "a text");
        }

        int integer(String name) {
            return get(name) instanceof Num num && num.value() == Math.rint(num.value())
                    ? (int) num.value()
                    : fail(name, "an integer");
        }

        List<Json> items(String name) {
            return get(name) instanceof Items items ? items.values() : fail(name, "a list");
        }

        private static <T> T fail(String name, String expected) {
            throw new DamagedArchive("field \"" + name + "\": expected " + expected);
        }
    }

    /** One line, without its line break. */
    static void write(StringBuilder out, Json value) {
        switch (value) {
            case Text text -> quote(out, text.value());
            case Num num -> number(out, num.value());
            case Bool bool -> out.append(bool.value());
            case Null n -> out.append("null");
            case Items items -> {
                char separator = '[';
                for (Json item : items.values()) {
                    out.append(separator);
                    write(out, item);
                    separator = ',';
                }
                out.append(separator == '[' ? "[]" : "]");
            }
            case Fields fields -> {
                char separator = '{';
                for (Map.Entry<String, Json> field : fields.values().entrySet()) {
                    quote(out.append(separator), field.getKey());
                    write(out.append(':'), field.getValue());
                    separator = ',';
                }
                out.append(separator == '{' ? "{}" : "}");
            }
        }
    }

    /** Whole numbers as such; everything else in the shortest form that reads back as the same double. */
    private static void number(StringBuilder out, double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15 && Double.doubleToRawLongBits(value) != 1L << 63) {
            out.append((long) value);
        } else {
            out.append(value);
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                // surrogates too: a lone one would not survive UTF-8
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
