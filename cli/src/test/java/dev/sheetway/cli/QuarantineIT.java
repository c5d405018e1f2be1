package dev.sheetway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.testkit.WithBroker;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.WireMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

@WithBroker
class QuarantineIT {
    private final String key = "quarantine-" + UUID.randomUUID();

    private static Headers told(Headers own, String topic, String reason) {
        Headers headers = new RecordHeaders(own);
        headers.add("sheetway_source_topic", topic.getBytes(UTF_8));
        headers.add("sheetway_source_partition", "4".getBytes(UTF_8));
        headers.add("sheetway_source_offset", "11".getBytes(UTF_8));
        headers.add("sheetway_reason", reason.getBytes(UTF_8));
        return headers;
    }

    /** @return as {@code quarantine list} names it */
    private String keep(TestBroker broker, byte[] value, Headers headers) {
        var kept = broker.publish(new ProducerRecord<>(Topics.QUARANTINE, 5, key, value, headers));
        return "sheetway.quarantine-5@" + kept.offset();
    }

    private String keepRequest(TestBroker broker, String topic) {
        SpreadsheetId spreadsheet = new SpreadsheetId(key);
        WireMessage request = RequestCodec.encode(
                new Request.Steer(
                        "redriven",
                        spreadsheet,
                        "ada",
                        Request.Steering.PAUSE,
                        MigrationId.of(spreadsheet, "r"),
                        "because"),
                "/test",
                Instant.now());
        Headers headers = told(request.headers(), topic, "an older release could not read it");
        headers.add("sheetway_published_at", "1".getBytes(UTF_8));
        return keep(broker, request.value(), headers);
    }

    @Test
    void listsWhereItStandsAndWhy(TestBroker broker) throws IOException {
        String record = keep(
                broker,
                "no request, {".getBytes(UTF_8),
                told(new RecordHeaders(), Topics.REQUESTS, "not\u001b[2J a CloudEvent"));

        CommandLineRun text = run(broker, "quarantine", "list");
        JsonNode json = run(broker, "quarantine", "list", "--output", "json").json();

        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains(record, "sheetway.requests-4@11", "not\\u001b[2J a CloudEvent");
        assertThat(json).anySatisfy(each -> {
            assertThat(each.path("record").asText()).isEqualTo(record);
            assertThat(each.path("sourceTopic").asText()).isEqualTo("sheetway.requests");
            assertThat(each.path("sourceOffset").asLong()).isEqualTo(11);
            assertThat(each.path("bytes").asInt()).isEqualTo(13);
        });
    }

    @Test
    void showsHeadersAndBytesEscaped(TestBroker broker) throws IOException {
        Headers own = new RecordHeaders().add("ce_id", "a\nb".getBytes(UTF_8));
        byte[] value = {'{', 0, (byte) 0xff, '}'};
        String record = keep(broker, value, told(own, Topics.REQUESTS, "not JSON"));

        CommandLineRun text = run(broker, "quarantine", "show", record);
        JsonNode json =
                run(broker, "quarantine", "show", record, "--output", "json").json();

        assertThat(text.out())
                .contains("key        " + key, "header     ce_id: a\\u000ab", "4 bytes", "7b 00 ff 7d", "{..}")
                .doesNotContain("header     sheetway_reason");
        assertThat(json.path("value").binaryValue()).isEqualTo(value);
        assertThat(json.path("headers").path(0).path("name").asText()).isEqualTo("ce_id");
    }

    @Test
    void putsARequestBackThroughTheGateWhereverItWasRead(TestBroker broker) {
        String record = keepRequest(broker, Topics.INTAKE);
        try (var requests = broker.tailFromNow(Topics.REQUESTS)) {

            CommandLineRun result = run(broker, "quarantine", "redrive", record, "--yes");

            assertThat(result.exit()).as(result.err()).isZero();
            var published = requests.awaitKey(key, Duration.ofSeconds(20));
            assertThat(RequestCodec.decode(published.headers(), published.value())
                            .requestId())
                    .isEqualTo("redriven");
            assertThat(Arrays.stream(published.headers().toArray())
                            .filter(header -> header.key().startsWith("sheetway_")))
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatWouldOnlyComeBackUnlessForced(TestBroker broker) {
        String record = keep(
                broker,
                "no event".getBytes(UTF_8),
                told(new RecordHeaders(), "sheetway.events.schema", "not a CloudEvent"));
        try (var events = broker.tailFromNow("sheetway.events.schema")) {

            CommandLineRun refused = run(broker, "quarantine", "redrive", record);
            CommandLineRun forced = run(broker, "quarantine", "redrive", record, "--force");

            assertThat(refused.exit()).isEqualTo(4);
            assertThat(refused.err()).contains("would only come back: not a CloudEvent 1.0", "nothing was published");
            assertThat(forced.exit()).isZero();
            var published = events.awaitKey(key, Duration.ofSeconds(20));
            assertThat(published.partition()).isEqualTo(4);
            assertThat(published.value()).isEqualTo("no event".getBytes(UTF_8));
        }
    }

    @Test
    void refusesWhatCameFromNoTopicThatIsRead(TestBroker broker) {
        String record = keep(broker, new byte[1], told(new RecordHeaders(), Topics.JOURNAL, "forged"));

        CommandLineRun result = run(broker, "quarantine", "redrive", record, "--yes", "--force");

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.err()).contains("sheetway.journal-4@11: expected a topic of requests, commands or events");
    }

    @Test
    void aRecordThatIsNotThereIsAUsageError(TestBroker broker) {
        assertThat(run(broker, "quarantine", "show", "3@999999").exit()).isEqualTo(2);
        assertThat(run(broker, "quarantine", "show", "sheetway.journal-3@1").exit())
                .isEqualTo(2);
    }

    private static CommandLineRun run(TestBroker broker, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--bootstrap-servers";
        all[arguments.length + 1] = broker.bootstrapServers();
        return CommandLineRun.of(all);
    }
}
