package dev.sheetway.wire;

import dev.sheetway.contracts.NameBasedUuid;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.StepEvent;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** {@code sheetway.event.*.v1}. */
public final class EventCodec {
    private static final String PREFIX = "sheetway.event.";
    private static final Map<String, Class<? extends StepEvent>> TYPES = WireNames.permitted(StepEvent.class);

    private EventCodec() {}

    /**
     * @param source of the service, such as {@code /sheetway/schema-service}
     * @param time when it happened
     */
    public static WireMessage encode(StepEvent event, String source, Instant time) {
        EventHeader header = event.header();
        String kind = WireNames.of(event.getClass());
        return CloudEventRecords.write(
                header.spreadsheetId().value(),
                new CloudEventRecords.Envelope(
                        eventId(event, kind),
                        source,
                        PREFIX + kind + ".v1",
                        header.migrationId().toString(),
                        time),
                FlatRecords.write((Record) event));
    }

    /** The same answer to the same command has the same id, however often it is sent. */
    private static String eventId(StepEvent event, String kind) {
        String name = event instanceof StepEvent.StepProgressed progress
                ? kind + "/" + progress.activity() + "/" + progress.done()
                : kind;
        return NameBasedUuid.version5(event.header().commandId().value(), name).toString();
    }

    /** @throws UnreadableRecord when it is no event */
    public static StepEvent decode(Headers headers, byte @Nullable [] value) {
        CloudEventRecords.Received event = CloudEventRecords.read(headers, value);
        return FlatRecords.read(TYPES, CloudEventRecords.kind(event, PREFIX), EventHeader.class, event.data());
    }
}
