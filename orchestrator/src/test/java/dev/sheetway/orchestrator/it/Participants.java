package dev.sheetway.orchestrator.it;

import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The three services as the orchestrator sees them: they read committed commands and answer on their own topics, to the
 * partition of the command. What they answer, each test says for its own spreadsheet; others are left unanswered.
 */
final class Participants implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> commands;
    private final KafkaProducer<byte[], byte[]> events;
    private final Map<SpreadsheetId, Function<Command, List<StepEvent>>> scripts = new ConcurrentHashMap<>();
    private final Map<SpreadsheetId, List<Command>> received = new ConcurrentHashMap<>();
    private final Thread thread = Thread.ofPlatform().name("participants").unstarted(this::run);

    Participants(String bootstrapServers) {
        commands = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        events = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        commands.assign(Arrays.stream(Participant.values())
                .map(Topics::commands)
                .flatMap(topic -> commands.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList());
        commands.seekToEnd(commands.assignment());
        commands.assignment().forEach(commands::position);
        thread.start();
    }

    void answer(SpreadsheetId spreadsheet, Function<Command, List<StepEvent>> script) {
        scripts.put(spreadsheet, script);
    }

    /** In the order in which they came; copies included. */
    List<Command> received(SpreadsheetId spreadsheet) {
        return List.copyOf(received.getOrDefault(spreadsheet, List.of()));
    }

    private void run() {
        try (commands;
                events) {
            while (!Thread.interrupted()) {
                commands.poll(Duration.ofMillis(500)).forEach(this::handle);
            }
        } catch (WakeupException closed) {
            // the test has ended
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        Command command = CommandCodec.decode(record.headers(), record.value());
        SpreadsheetId spreadsheet = command.header().spreadsheetId();
        received.merge(spreadsheet, List.of(command), (before, now) -> {
            List<Command> all = new ArrayList<>(before);
            all.addAll(now);
            return all;
        });
        List<StepEvent> answers =
                scripts.getOrDefault(spreadsheet, none -> List.of()).apply(command);
        answers.forEach(event -> events.send(EventCodec.encode(event, "/test", Instant.now())
                .toRecord(Topics.events(command.participant()), record.partition())));
    }

    @Override
    public void close() {
        commands.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
