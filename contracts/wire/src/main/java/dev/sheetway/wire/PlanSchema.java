package dev.sheetway.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The published JSON Schema of plans, applied. */
final class PlanSchema {
    private static final JsonNode DOCUMENT = document();
    private static final SchemaWords WORDS = new SchemaWords(DOCUMENT);
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DOCUMENT);

    private PlanSchema() {}

    static List<PlanProblem> problems(JsonNode plan) {
        return SCHEMA.validate(plan).stream()
                .filter(error -> !SchemaWords.isBranch(error))
                .map(PlanSchema::problem)
                .distinct()
                .toList();
    }

    private static PlanProblem problem(Error error) {
        JsonNode place = error.getInstanceNode();
        String property = error.getProperty();
        if (property != null && place != null && place.has(property)) {
            place = place.get(property);
        }
        return at(place, String.valueOf(error.getInstanceLocation()), WORDS.message(error));
    }

    /** A problem at {@code node}, which knows its place when it was read from a text. */
    static PlanProblem at(@Nullable JsonNode node, String path, String message) {
        JsonLocation location = node == null ? null : location(node);
        return location == null || location.getLineNr() < 1
                ? new PlanProblem(0, 0, path, message)
                : new PlanProblem(location.getLineNr(), location.getColumnNr(), path, message);
    }

    /** Nodes of a plan that arrived in an event know no place. */
    private static @Nullable JsonLocation location(JsonNode node) {
        try {
            return JsonNodes.tokenStreamLocationOf(node);
        } catch (IllegalArgumentException notReadFromText) {
            return null;
        }
    }

    private static JsonNode document() {
        try (InputStream json = Objects.requireNonNull(
                PlanSchema.class.getResourceAsStream("migration-plan-v1.schema.json"),
                "the schema is part of the build")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
