package dev.sheetway.participant;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Where records go that nobody can read: as they are, with where they came from and why. */
interface Quarantine {

    /** Returns when the broker has acknowledged the record. */
    void keep(Delivery delivery, String reason);

    /** The record's own headers and {@code sheetway_source_topic}, {@code _partition}, {@code _offset}, {@code _reason}. */
    static Headers headers(ConsumerRecord<byte[], byte[]> record, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        put(headers, "topic", record.topic());
        put(headers, "partition", Integer.toString(record.partition()));
        put(headers, "offset", Long.toString(record.offset()));
        headers.remove("sheetway_reason");
        headers.add("sheetway_reason", reason.getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        String key = "sheetway_source_" + name;
        headers.remove(key);
        headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    }
}
