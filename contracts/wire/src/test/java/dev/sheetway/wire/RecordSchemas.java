package dev.sheetway.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON Schemas of the contracts' records as {@link Json} writes them. Collects what refers to each other under
 * {@link #definitions}. Anything may be added by a later release, so no schema is closed.
 */
final class RecordSchemas {
    static final String PLAN = "./migration-plan-v1.schema.json";
    private static final String HERE = "#/components/schemas/";

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    Map<String, ObjectNode> definitions() {
        return definitions;
    }

    /** A record whose header's fields stand beside its own. */
    ObjectNode flat(Class<?> type) {
        ObjectNode schema = object();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals("header")) {
                addComponents(schema, component.getType());
            }
        }
        addComponents(schema, type);
        return schema;
    }

    /** {@code {"type":"object","properties":{},"required":[]}} to fill. */
    static ObjectNode object() {
        ObjectNode schema = Json.mapper().createObjectNode().put("type", "object");
        schema.putObject("properties");
        schema.putArray("required");
        return schema;
    }

    private void addComponents(ObjectNode schema, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!component.getName().equals("header")) {
                ((ObjectNode) schema.path("properties")).set(component.getName(), of(component.getGenericType()));
                if (component.getType() != Optional.class) {
                    schema.withArray("required").add(component.getName());
                }
            }
        }
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> ofGeneric(generic);
            case Class<?> plain -> ofClass(plain);
            default -> throw new IllegalArgumentException("no schema for " + type);
        };
    }

    private ObjectNode ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        ObjectNode schema = Json.mapper().createObjectNode();
        if (Collection.class.isAssignableFrom(raw)) {
            schema.put("type", "array").set("items", of(arguments[0]));
            return schema;
        }
        if (raw == Map.class) {
            schema.put("type", "object").set("additionalProperties", of(arguments[1]));
            return schema;
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private ObjectNode ofClass(Class<?> type) {
        if (type == MigrationPlan.class) {
            return reference(PLAN);
        }
        if (type == SpreadsheetId.class || type == String.class) {
            return text();
        }
        if (type == MigrationId.class || type == CommandId.class) {
            return text().put("format", "uuid");
        }
        if (type == TraceId.class) {
            return text().put("pattern", "^[0-9a-f]{32}$");
        }
        if (type == Instant.class) {
            return text().put("format", "date-time");
        }
        if (type == Duration.class) {
            return text().put("format", "duration");
        }
        if (type == boolean.class) {
            return Json.mapper().createObjectNode().put("type", "boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return Json.mapper().createObjectNode().put("type", "integer");
        }
        if (type == double.class) {
            return Json.mapper().createObjectNode().put("type", "number");
        }
        if (type.isEnum()) {
            return enumeration(type);
        }
        return reference(HERE + defined(type));
    }

    private static ObjectNode enumeration(Class<?> type) {
        ObjectNode schema = text();
        Arrays.stream(type.getEnumConstants())
                .map(constant -> switch (constant) {
                    case Step step -> step.wireName();
                    case CommandType command -> command.wireName();
                    default -> ((Enum<?>) constant).name();
                })
                .forEach(schema.putArray("enum")::add);
        return schema;
    }

    private String defined(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.containsKey(name)) {
            definitions.put(name, object()); // before its components, which may refer to it
            definitions.put(name, type.isSealed() ? oneOf(type) : record(type));
        }
        return name;
    }

    private ObjectNode record(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("no schema for " + type);
        }
        ObjectNode schema = object();
        addComponents(schema, type);
        return schema;
    }

    /** The kinds of a sealed type, told apart by the property {@code type}. */
    private ObjectNode oneOf(Class<?> sealed) {
        ObjectNode schema = Json.mapper().createObjectNode();
        for (Class<?> kind : permitted(sealed)) {
            ObjectNode definition = record(kind);
            ((ObjectNode) definition.path("properties")).putObject("type").put("const", WireNames.of(kind));
            definition.withArray("required").add("type");
            definitions.put(kind.getSimpleName(), definition);
            schema.withArray("oneOf").add(reference(HERE + kind.getSimpleName()));
        }
        return schema;
    }

    static List<Class<?>> permitted(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    private static ObjectNode text() {
        return Json.mapper().createObjectNode().put("type", "string");
    }

    private static ObjectNode reference(String to) {
        return Json.mapper().createObjectNode().put("$ref", to);
    }
}
