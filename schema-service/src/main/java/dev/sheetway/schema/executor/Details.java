package dev.sheetway.schema.executor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.schema.planner.Undo;
import dev.sheetway.wire.Json;
import java.util.Optional;

/** The detail of an effect's record: the step's result, so that an attempt that comes too late can still answer. */
final class Details {
    private static final String UNDO = "undo";

    private Details() {}

    /** Small: records stay on the spreadsheet for ever, and Google allows 30,000 characters for all of them. */
    static String encode(StepResult result) {
        // what opening found can be read again at any time, and its headers are long
        return result instanceof StepResult.Opened ? "{}" : json(result);
    }

    /**
     * @throws IllegalStateException when {@code detail} is no result of that kind: only this service writes them
     */
    static <R extends StepResult> R decode(String detail, Class<R> kind) {
        try {
            return kind.cast(Json.mapper().readValue(detail, StepResult.class));
        } catch (JsonProcessingException | ClassCastException broken) {
            throw new IllegalStateException("the record of an effect holds no " + kind.getSimpleName(), broken);
        }
    }

    /** The result and, beside it, how the batch is taken back. */
    static String encode(StepResult result, Optional<Undo> undo) {
        if (undo.isEmpty()) {
            return encode(result);
        }
        ObjectNode tree = (ObjectNode) tree(json(result));
        return tree.set(UNDO, Json.mapper().valueToTree(undo.get())).toString();
    }

    /** How the batch of {@code detail} is taken back; empty: by nothing. */
    static Optional<Undo> undo(String detail) {
        JsonNode undo = tree(detail).path(UNDO);
        return undo.isObject() ? Optional.of(Json.mapper().convertValue(undo, Undo.class)) : Optional.empty();
    }

    private static JsonNode tree(String detail) {
        try {
            return Json.mapper().readTree(detail);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the record of an effect holds no JSON", broken);
        }
    }

    private static String json(StepResult result) {
        try {
            return Json.mapper().writerFor(StepResult.class).writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
