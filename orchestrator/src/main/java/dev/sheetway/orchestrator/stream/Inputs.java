package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.InvalidRequest;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.TraceParent;
import dev.sheetway.wire.UnreadableRecord;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Records of intake and of the services' topics as inputs of the saga. */
final class Inputs {
    /** What an event holds comes back in journal, state and commands, beside a plan: each must fit into a record. */
    static final int MOST_EVENT_BYTES = 1024 * 1024;

    private Inputs() {}

    record Addressed(SpreadsheetId spreadsheetId, Input input) {}

    /** @throws UnreadableRecord when it is neither request nor event */
    static Addressed decode(Origin origin, Record<byte[], byte[]> record) {
        if (!origin.topic().equals(Topics.INTAKE)) {
            requireBounded(record.value());
            StepEvent event = EventCodec.decode(record.headers(), record.value());
            return new Addressed(event.header().spreadsheetId(), new Input.Answered(event));
        }
        try {
            Request request = RequestCodec.decode(record.headers(), record.value());
            Instant published = PublishedAt.of(record.headers(), Instant.ofEpochMilli(record.timestamp()));
            return new Addressed(
                    request.spreadsheetId(),
                    new Input.Requested(request, published, TraceParent.traceId(record.headers())));
        } catch (InvalidRequest invalid) {
            return new Addressed(
                    invalid.spreadsheetId(),
                    new Input.Invalid(
                            invalid.spreadsheetId(),
                            invalid.requestId(),
                            invalid.requestedBy(),
                            invalid.code(),
                            String.valueOf(invalid.getMessage()),
                            invalid.about()));
        }
    }

    private static void requireBounded(byte @Nullable [] value) {
        if (value != null && value.length > MOST_EVENT_BYTES) {
            throw new UnreadableRecord(
                    "the event has " + value.length + " bytes: expected at most " + MOST_EVENT_BYTES);
        }
    }
}
