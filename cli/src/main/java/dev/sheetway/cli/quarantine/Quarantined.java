package dev.sheetway.cli.quarantine;

import dev.sheetway.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that nobody could read, as it was, with what the quarantine added.
 *
 * @param source where it was read; empty when whoever put it here did not tell
 * @param reason why it could not be read
 */
public record Quarantined(
        ConsumerRecord<byte[], byte[]> record, Place place, Instant at, Optional<Place> source, String reason) {
    private static final String SOURCE_TOPIC = "sheetway_source_topic";
    private static final String SOURCE_PARTITION = "sheetway_source_partition";
    private static final String SOURCE_OFFSET = "sheetway_source_offset";
    private static final String REASON = "sheetway_reason";
    private static final Set<String> ADDED = Set.of(SOURCE_TOPIC, SOURCE_PARTITION, SOURCE_OFFSET, REASON);
    /** Set by the orchestrator alone, when a request passes its gate. */
    private static final Set<String> OF_THE_GATE = Set.of("sheetway_published_at", "sheetway_tick");

    static Quarantined of(ConsumerRecord<byte[], byte[]> record) {
        return new Quarantined(
                record,
                new Place(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                source(record.headers()),
                text(record.headers(), REASON).orElse("(not told)"));
    }

    private static Optional<Place> source(Headers headers) {
        Optional<String> topic = text(headers, SOURCE_TOPIC);
        Optional<String> where = text(headers, SOURCE_PARTITION)
                .flatMap(partition -> text(headers, SOURCE_OFFSET).map(offset -> partition + "@" + offset));
        return topic.flatMap(name -> where.flatMap(place -> Place.parse(place, name)));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** The headers that the record came with, in their order. */
    public List<Header> headers() {
        return Arrays.stream(record.headers().toArray())
                .filter(header -> !ADDED.contains(header.key()))
                .toList();
    }

    /** The headers that it is published with again: what only the orchestrator's gate may say is left out. */
    Headers headersToRedrive() {
        Headers headers = new RecordHeaders();
        headers().stream().filter(each -> !OF_THE_GATE.contains(each.key())).forEach(headers::add);
        return headers;
    }

    /** Where it is to be published again; requests pass the orchestrator's gate once more, wherever they were read. */
    Optional<String> topicToRedrive() {
        return source.map(Place::topic).map(topic -> topic.equals(Topics.INTAKE) ? Topics.REQUESTS : topic);
    }
}
