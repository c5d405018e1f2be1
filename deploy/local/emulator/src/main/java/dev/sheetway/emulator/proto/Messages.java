package dev.sheetway.emulator.proto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages that the emulator reads. Tests hold them against Google's discovery document [DISC]. */
public final class Messages {

    private static final Messages ALL = new Messages();

    private final Map<String, Map<String, Field>> messages = new LinkedHashMap<>();
    private final Map<String, FieldType.Enumeration> enumerations = new HashMap<>();

    private Messages() {
        for (String block : List.of(CellMessages.TEXT, SheetMessages.TEXT, RequestMessages.TEXT)) {
            block.lines().filter(line -> line.startsWith("enum ")).forEach(this::enumeration);
        }
        for (String block : List.of(CellMessages.TEXT, SheetMessages.TEXT, RequestMessages.TEXT)) {
            block.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("enum "))
                    .forEach(this::message);
        }
    }

    /** The fields of a message by their JSON name. */
    static Map<String, Field> fields(String message) {
        Map<String, Field> fields = ALL.messages.get(message);
        if (fields == null) {
            throw new IllegalArgumentException("no message \"" + message + "\" is declared");
        }
        return fields;
    }

    /** Names of every declared message. */
    public static List<String> names() {
        return List.copyOf(ALL.messages.keySet());
    }

    /** JSON names of the fields of a message. */
    public static List<String> fieldNames(String message) {
        return List.copyOf(fields(message).keySet());
    }

    /** Values of an enumeration field, or null when the field is none. */
    public static @Nullable List<String> enumValues(String message, String field) {
        Field declared = fields(message).get(field);
        return declared != null && declared.type() instanceof FieldType.Enumeration e ? e.values() : null;
    }

    /** The message that a field holds, also through a list, or null when it holds none. */
    public static @Nullable String nestedMessage(String message, String field) {
        Field declared = fields(message).get(field);
        FieldType type = declared == null ? null : declared.type();
        while (type instanceof FieldType.ListOf list) {
            type = list.element();
        }
        return type instanceof FieldType.Nested nested ? nested.message() : null;
    }

    static boolean isDeclared(String message) {
        return ALL.messages.containsKey(message);
    }

    private void enumeration(String line) {
        String[] words = line.split(" ");
        enumerations.put(
                words[1], new FieldType.Enumeration(words[1], List.of(words).subList(2, words.length)));
    }

    private void message(String line) {
        String[] words = line.split(" ");
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String word : List.of(words).subList(1, words.length)) {
            int colon = word.indexOf(':');
            String type = word.substring(colon + 1);
            boolean presence = type.endsWith("?");
            String name = word.substring(0, colon);
            fields.put(name, new Field(name, type(presence ? type.substring(0, type.length() - 1) : type), presence));
        }
        messages.put(words[0], fields);
    }

    private FieldType type(String text) {
        if (text.endsWith("[]")) {
            return new FieldType.ListOf(type(text.substring(0, text.length() - 2)));
        }
        if (text.startsWith("map<")) {
            return new FieldType.MapOf(type(text.substring(4, text.length() - 1)));
        }
        if (text.startsWith("!")) {
            return new FieldType.NotEmulated(text.substring(1));
        }
        FieldType.Enumeration enumeration = enumerations.get(text);
        if (enumeration != null) {
            return enumeration;
        }
        return switch (text) {
            case "int" -> FieldType.Scalar.INT;
            case "bool" -> FieldType.Scalar.BOOL;
            case "float" -> FieldType.Scalar.FLOAT;
            case "double" -> FieldType.Scalar.DOUBLE;
            case "string" -> FieldType.Scalar.STRING;
            case "mask" -> FieldType.Scalar.MASK;
            case "row" -> FieldType.Scalar.ROW;
            default -> new FieldType.Nested(text);
        };
    }

    /** Messages that are named but not declared: a mistake in this package. */
    public static List<String> undeclared() {
        List<String> missing = new ArrayList<>();
        ALL.messages.values().stream()
                .flatMap(fields -> fields.values().stream())
                .map(field -> innermost(field.type()))
                .forEach(type -> {
                    if (type instanceof FieldType.Nested nested && !ALL.messages.containsKey(nested.message())) {
                        missing.add(nested.message());
                    }
                });
        return missing;
    }

    private static FieldType innermost(FieldType type) {
        return switch (type) {
            case FieldType.ListOf list -> innermost(list.element());
            case FieldType.MapOf map -> innermost(map.element());
            default -> type;
        };
    }
}
