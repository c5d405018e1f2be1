package dev.sheetway.orchestrator.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Where a record was read. */
record Origin(String topic, int partition, long offset) {

    /** @throws IllegalStateException outside of a record's processing */
    static Origin of(ProcessorContext<byte[], byte[]> context) {
        return context.recordMetadata()
                .map(at -> new Origin(at.topic(), at.partition(), at.offset()))
                .orElseThrow(() -> new IllegalStateException("only a record that is being processed has an origin"));
    }

    /** The record as it is, with where it came from and why it could not be read. */
    Record<byte[], byte[]> quarantined(Record<byte[], byte[]> record, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        put(headers, "sheetway_source_topic", topic);
        put(headers, "sheetway_source_partition", Integer.toString(partition));
        put(headers, "sheetway_source_offset", Long.toString(offset));
        put(headers, "sheetway_reason", reason);
        return new Record<>(record.key(), record.value(), record.timestamp(), headers);
    }

    private static void put(Headers headers, String key, String value) {
        headers.remove(key);
        headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
