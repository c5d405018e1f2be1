package dev.sheetway.wire;

import dev.sheetway.contracts.TraceId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record ready to be sent.
 *
 * @param key the spreadsheet id
 * @param headers CloudEvents attributes, binary mode
 */
public record WireMessage(String key, Headers headers, Payload payload) {

    /** The JSON text of a record's value. */
    public record Payload(String json) {
        public byte[] bytes() {
            return json.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The same as a message of {@code trace}; codecs write that of the migration's id. */
    public WireMessage traced(TraceId trace) {
        Headers with = new RecordHeaders(headers);
        TraceParent.put(with, trace, new String(headers.lastHeader("ce_id").value(), StandardCharsets.UTF_8));
        return new WireMessage(key, with, payload);
    }

    /** The value as it goes to Kafka. */
    public byte[] value() {
        return payload.bytes();
    }

    /** @param partition {@code null}: Kafka's default for the key */
    public ProducerRecord<byte[], byte[]> toRecord(String topic, @Nullable Integer partition) {
        return new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value(), headers);
    }
}
