package dev.sheetway.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.RetryPolicy;
import dev.sheetway.orchestrator.saga.SagaDecider;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.JournalCodec;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.WireMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology under Kafka's test driver. */
final class DrivenTopology implements AutoCloseable {
    static final SpreadsheetId SHEET = new SpreadsheetId("sheet-1");
    static final Duration TICK = Duration.ofMillis(250);
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();
    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();

    private final SagaCounters counters = new SagaCounters();
    private final TopologyTestDriver driver;
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    DrivenTopology() {
        SagaShell shell = new SagaShell(new SagaDecider(RetryPolicy.DEFAULT), counters, TICK, Duration.ofSeconds(2));
        Properties settings = new Properties();
        settings.putAll(StreamsSettings.of(Map.of("bootstrap.servers", "unused:1"), "test"));
        driver = new TopologyTestDriver(SagaTopology.build(shell), settings, now);
    }

    SagaCounters.Snapshot counters() {
        return counters.snapshot();
    }

    Instant now() {
        return now;
    }

    void request(Request request) {
        WireMessage message = RequestCodec.encode(request, "/test", now);
        put(Topics.REQUESTS, "whatever".getBytes(UTF_8), message.value(), message.headers());
    }

    void put(String topic, byte[] key, byte[] value, Headers headers) {
        driver.createInputTopic(topic, WRITE, WRITE).pipeInput(new TestRecord<>(key, value, headers, now));
    }

    void answer(Command command, StepEvent event) {
        WireMessage message = EventCodec.encode(event, "/test", now);
        put(Topics.events(command.participant()), message.key().getBytes(UTF_8), message.value(), message.headers());
    }

    /** The clocks of this machine and of the broker go on together. */
    void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    List<TestRecord<byte[], byte[]>> read(String topic) {
        return driver.createOutputTopic(topic, READ, READ).readRecordsToList();
    }

    /** New since the last call, of all participants. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Participant participant : Participant.values()) {
            read(Topics.commands(participant))
                    .forEach(each -> commands.add(CommandCodec.decode(each.headers(), each.value())));
        }
        return commands;
    }

    /** New since the last call. */
    List<JournalEntry> journal() {
        return read(Topics.JOURNAL).stream()
                .map(each -> JournalCodec.decode(each.headers(), each.value()))
                .toList();
    }

    SpreadsheetState stored() {
        return StoredState.read(
                driver.<String, byte[]>getKeyValueStore(SagaTopology.STORE).get(SHEET.value()));
    }

    @Override
    public void close() {
        driver.close();
    }
}
