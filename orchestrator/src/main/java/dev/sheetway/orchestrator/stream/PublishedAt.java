package dev.sheetway.orchestrator.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The log-append time of a request on {@code sheetway.requests}, carried through intake in a header. */
final class PublishedAt {
    private static final String HEADER = "sheetway_published_at";

    private PublishedAt() {}

    static void put(Headers headers, long epochMillis) {
        headers.remove(HEADER);
        headers.add(HEADER, Long.toString(epochMillis).getBytes(StandardCharsets.UTF_8));
    }

    /** Falls back to {@code appendTime} where the header is not the gate's. */
    static Instant of(Headers headers, Instant appendTime) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return appendTime;
        }
        try {
            return Instant.ofEpochMilli(Long.parseLong(new String(header.value(), StandardCharsets.UTF_8)));
        } catch (NumberFormatException notOurs) {
            return appendTime;
        }
    }
}
