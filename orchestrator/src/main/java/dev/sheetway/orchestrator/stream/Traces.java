package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.util.Optional;

/** Which trace a message belongs to: that of its migration, from the request on to the last retry. */
final class Traces {
    private final SpreadsheetState before;
    private final SpreadsheetState after;
    private final Optional<TraceId> asked;

    Traces(SpreadsheetState before, Input input, SpreadsheetState after) {
        this.before = before;
        this.after = after;
        this.asked = input instanceof Input.Requested requested && !(requested.request() instanceof Request.Steer)
                ? requested.trace()
                : Optional.empty();
    }

    TraceId of(MigrationId id) {
        return after.traceOf(id).or(() -> before.traceOf(id)).or(() -> asked).orElseGet(() -> TraceId.of(id));
    }
}
