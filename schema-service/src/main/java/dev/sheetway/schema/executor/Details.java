package dev.sheetway.schema.executor;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.wire.Json;

/** The detail of an effect's record: the step's result, so that an attempt that comes too late can still answer. */
final class Details {
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

    private static String json(StepResult result) {
        try {
            return Json.mapper().writerFor(StepResult.class).writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
