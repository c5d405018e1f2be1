package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    @Test
    void keepsTheRecordsHeadersAndAddsWhereItCameFromAndWhyEvenWhenTheSenderForgedThem() {
        // Given
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("sheetway.commands.backup", 3, 42, null, new byte[0]);
        record.headers().add("ce_type", "x".getBytes(StandardCharsets.UTF_8));
        record.headers().add("sheetway_source_topic", "forged".getBytes(StandardCharsets.UTF_8));

        // When
        Headers headers = Quarantine.headers(record, "ce_id is missing");

        // Then
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header ->
                texts.merge(header.key(), new String(header.value(), StandardCharsets.UTF_8), (a, b) -> a + "," + b));
        assertThat(texts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_type",
                        "x",
                        "sheetway_source_topic",
                        "sheetway.commands.backup",
                        "sheetway_source_partition",
                        "3",
                        "sheetway_source_offset",
                        "42",
                        "sheetway_reason",
                        "ce_id is missing"));
    }
}
