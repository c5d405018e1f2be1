package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.InvalidRequest;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;

/** Records of intake and of the services' topics as inputs of the saga. */
final class Inputs {
    private Inputs() {}

    record Addressed(SpreadsheetId spreadsheetId, Input input) {}

    /** @throws dev.sheetway.wire.UnreadableRecord when it is neither request nor event */
    static Addressed decode(Origin origin, Record<byte[], byte[]> record) {
        if (!origin.topic().equals(Topics.INTAKE)) {
            StepEvent event = EventCodec.decode(record.headers(), record.value());
            return new Addressed(event.header().spreadsheetId(), new Input.Answered(event));
        }
        try {
            Request request = RequestCodec.decode(record.headers(), record.value());
            Instant published = PublishedAt.of(record.headers(), Instant.ofEpochMilli(record.timestamp()));
            return new Addressed(request.spreadsheetId(), new Input.Requested(request, published));
        } catch (InvalidRequest invalid) {
            return new Addressed(
                    invalid.spreadsheetId(),
                    new Input.Invalid(
                            invalid.spreadsheetId(),
                            invalid.requestId(),
                            invalid.requestedBy(),
                            invalid.code(),
                            String.valueOf(invalid.getMessage())));
        }
    }
}
