package dev.sheetway.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.TraceId;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 over Kafka with JSON data: binary mode written, binary and structured mode read. */
final class CloudEventRecords {
    private static final String JSON = "application/json";

    private CloudEventRecords() {}

    /** @param subject the migration id */
    record Envelope(String id, String source, String type, String subject, Instant time) {}

    static WireMessage write(String key, Envelope envelope, ObjectNode data) {
        WireMessage.Payload payload = new WireMessage.Payload(data.toString());
        CloudEvent event = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(URI.create(envelope.source()))
                .withType(envelope.type())
                .withSubject(envelope.subject())
                .withTime(envelope.time().atOffset(ZoneOffset.UTC))
                .withDataContentType(JSON)
                .withData(payload.bytes())
                .build();
        ProducerRecord<Void, byte[]> record =
                KafkaMessageFactory.createWriter("unused").writeBinary(event);
        TraceParent.put(record.headers(), TraceId.of(MigrationId.parse(envelope.subject())), envelope.id());
        return new WireMessage(key, record.headers(), payload);
    }

    /** An event as read; {@code subject} is empty when the producer gave none. */
    record Received(String id, String type, String subject, ObjectNode data) {}

    static Received read(Headers headers, byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableRecord("the value is null: expected a CloudEvent with JSON data");
        }
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(headers, value).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new UnreadableRecord(
                    "not a CloudEvent 1.0: expected the headers ce_specversion, ce_id, ce_source and ce_type, or"
                            + " content-type application/cloudevents+json",
                    e);
        }
        String subject = event.getSubject() == null ? "" : event.getSubject();
        return new Received(event.getId(), event.getType(), subject, data(event.getData()));
    }

    private static ObjectNode data(@Nullable CloudEventData data) {
        if (data == null) {
            throw new UnreadableRecord("the CloudEvent has no data: expected a JSON object");
        }
        try {
            if (Json.mapper().readTree(data.toBytes()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableRecord("the data is not JSON, line "
                    + e.getLocation().getLineNr() + " column " + e.getLocation().getColumnNr());
        } catch (java.io.IOException | StackOverflowError e) {
            throw new UnreadableRecord("the data is not JSON");
        }
        throw new UnreadableRecord("the data is not a JSON object");
    }

    /** The part between {@code prefix} and {@code .v1} of an event type. */
    static String kind(Received event, String prefix) {
        String type = event.type();
        if (type.startsWith(prefix) && type.endsWith(".v1") && type.length() > prefix.length() + 3) {
            return type.substring(prefix.length(), type.length() - 3);
        }
        throw new UnreadableRecord("ce_type \"" + shortened(type) + "\": expected " + prefix + "<kind>.v1");
    }

    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
