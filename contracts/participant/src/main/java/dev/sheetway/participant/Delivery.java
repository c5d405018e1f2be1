package dev.sheetway.participant;

import dev.sheetway.wire.TraceParent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as it came from the command topic, not yet read.
 *
 * @param mayHaveRunBefore see {@link Progress#mayHaveRunBefore()}
 */
record Delivery(ConsumerRecord<byte[], byte[]> record, boolean mayHaveRunBefore) {

    /** What is executed in order: the record's key, which is the spreadsheet's id; without one, its partition. */
    String lane() {
        return record.key() == null
                ? "partition " + record.partition()
                : new String(record.key(), StandardCharsets.UTF_8);
    }

    ReplyTo replyTo() {
        return new ReplyTo(record.partition(), TraceParent.traceId(record.headers()));
    }

    int partition() {
        return record.partition();
    }
}
