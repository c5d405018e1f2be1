package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.request.Request;
import java.time.Instant;
import java.util.Optional;

/** What the saga decides on. */
public sealed interface Input {

    /**
     * @param publishedAt log-append time of the request on {@code sheetway.requests}
     * @param trace that its sender began; what it leads to belongs to it
     */
    record Requested(Request request, Instant publishedAt, Optional<TraceId> trace) implements Input {

        /** Of a sender who began none. */
        public Requested(Request request, Instant publishedAt) {
            this(request, publishedAt, Optional.empty());
        }
    }

    /**
     * A request whose sender and spreadsheet are known but whose content is wrong.
     *
     * @param code why, for programs: {@code invalid-plan} or {@code invalid-request}
     * @param about the migration that a steering request names
     */
    record Invalid(
            SpreadsheetId spreadsheetId,
            String requestId,
            String requestedBy,
            String code,
            String message,
            Optional<MigrationId> about)
            implements Input {

        /** Of a request that names no migration. */
        public Invalid(SpreadsheetId spreadsheetId, String requestId, String requestedBy, String code, String message) {
            this(spreadsheetId, requestId, requestedBy, code, message, Optional.empty());
        }
    }

    /** A participant's answer. */
    record Answered(StepEvent event) implements Input {}

    /** Time has passed on a partition; carries no time of its own, the record's append time is the time. */
    record Ticked(int partition) implements Input {}
}
