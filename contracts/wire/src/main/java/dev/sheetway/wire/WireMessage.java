package dev.sheetway.wire;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
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

    /** The value as it goes to Kafka. */
    public byte[] value() {
        return payload.bytes();
    }

    /** @param partition {@code null}: Kafka's default for the key */
    public ProducerRecord<byte[], byte[]> toRecord(String topic, @Nullable Integer partition) {
        return new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value(), headers);
    }
}
