package dev.sheetway.orchestrator.stream;

import static java.util.Objects.requireNonNull;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.InvalidRequest;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Takes the key from the payload: producers partition as they like, and clients in other languages hash keys in another
 * way. A request whose content is wrong passes, so that the saga answers it in order with the others.
 */
final class IntakeProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final SagaCounters counters;
    private final PromptCommits commits;
    private @Nullable ProcessorContext<byte[], byte[]> context;

    IntakeProcessor(SagaCounters counters, PromptCommits commits) {
        this.counters = counters;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        ProcessorContext<byte[], byte[]> here = requireNonNull(context, "init comes first");
        try {
            SpreadsheetId id = spreadsheetId(record);
            here.forward(addressed(record, id), Nodes.INTAKE);
            if (commits.take(here.currentSystemTimeMs())) {
                here.commit();
            }
        } catch (UnreadableRecord unreadable) {
            Origin origin = Origin.of(here);
            counters.quarantined();
            SagaLog.quarantined(origin, unreadable);
            here.forward(
                    origin.quarantined(record, String.valueOf(unreadable.getMessage())), Nodes.REQUESTS_QUARANTINE);
        }
    }

    private static SpreadsheetId spreadsheetId(Record<byte[], byte[]> record) {
        try {
            return RequestCodec.decode(record.headers(), record.value()).spreadsheetId();
        } catch (InvalidRequest answerable) {
            return answerable.spreadsheetId();
        }
    }

    private static Record<byte[], byte[]> addressed(Record<byte[], byte[]> record, SpreadsheetId id) {
        Headers headers = new RecordHeaders(record.headers());
        Ticks.strip(headers);
        PublishedAt.put(headers, record.timestamp());
        byte[] key = id.value().getBytes(StandardCharsets.UTF_8);
        return new Record<>(key, record.value(), record.timestamp(), headers);
    }
}
