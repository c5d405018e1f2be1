package dev.sheetway.emulator.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Google's discovery documents, from {@code sheetway.shared}; tests that need them are skipped where they are absent. */
public final class Discovery {

    private final JsonNode document;

    private Discovery(JsonNode document) {
        this.document = document;
    }

    public static Discovery sheets() throws IOException {
        return read("sheets.v4.json");
    }

    public static Discovery drive() throws IOException {
        return read("drive.v3.json");
    }

    private static Discovery read(String name) throws IOException {
        Path file = file(name);
        assumeTrue(Files.exists(file), "no discovery document " + file + ": set sheetway.shared");
        return new Discovery(new ObjectMapper().readTree(file.toFile()));
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("sheetway.shared", "../shared"), "discovery", name);
    }

    static Optional<Discovery> ifPresent(String name) {
        try {
            return Files.exists(file(name)) ? Optional.of(read(name)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode schema(String name) {
        return document.path("schemas").path(name);
    }

    public JsonNode document() {
        return document;
    }

    /** Where an answer breaks the schema: unknown keys, wrong types, unknown enumeration values. */
    public List<String> violations(JsonNode answer, String schema) {
        List<String> violations = new ArrayList<>();
        check(answer, schema(schema), schema, violations);
        return violations;
    }

    private void check(JsonNode value, JsonNode schema, String path, List<String> violations) {
        if (schema.has("$ref")) {
            check(value, schema(schema.get("$ref").asText()), path, violations);
            return;
        }
        boolean fits =
                switch (schema.path("type").asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    case "any" -> true;
                    default -> false;
                };
        if (!fits) {
            violations.add(path + " is " + value + ", expected " + schema.path("type"));
            return;
        }
        if (value.isObject()) {
            value.properties().forEach(entry -> {
                JsonNode property = schema.path("properties").path(entry.getKey());
                JsonNode inner = property.isMissingNode() ? schema.path("additionalProperties") : property;
                if (inner.isMissingNode()) {
                    violations.add(path + " has no field " + entry.getKey());
                } else {
                    check(entry.getValue(), inner, path + "." + entry.getKey(), violations);
                }
            });
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.path("items"), path + "[" + i + "]", violations);
            }
        } else if (schema.has("enum")) {
            boolean known = false;
            for (JsonNode allowed : schema.get("enum")) {
                known |= allowed.equals(value);
            }
            if (!known) {
                violations.add(path + " has the unknown value " + value);
            }
        }
    }
}
