package dev.sheetway.backup.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.backup.TestCommands;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepEvent.StepCompleted;
import dev.sheetway.contracts.event.StepEvent.StepFailed;
import dev.sheetway.contracts.event.StepEvent.StepStarted;
import dev.sheetway.testkit.BrokerResource;
import dev.sheetway.testkit.RecordTail;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.TraceParent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The toolkit against a real broker, within the service's own process. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
class ParticipantIT {
    private static final String COMMANDS = Topics.commands(Participant.BACKUP);
    private static final TraceId TRACE = new TraceId("4bf92f3577b34da6a3ce929d0e0e4736");
    private static final String EVENTS = Topics.events(Participant.BACKUP);
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ScriptedExecutor executor;

    @Inject
    KafkaClientService kafka;

    private final TestBroker broker = TestBroker.shared();
    private final SpreadsheetId id = TestCommands.anySpreadsheet();
    private RecordTail events;

    @BeforeEach
    void openTail() {
        events = broker.tailFromNow(EVENTS, Topics.QUARANTINE);
    }

    @AfterEach
    void closeTail() {
        events.close();
    }

    @Test
    void answersOnTheCommandsPartitionWithTheSpreadsheetAsKey() {
        // When
        send(command(id, 1, "succeed"), 7);

        // Then
        ConsumerRecord<String, byte[]> started = await(StepStarted.class, id);
        ConsumerRecord<String, byte[]> completed = await(StepCompleted.class, id);
        assertThat(List.of(started.partition(), completed.partition())).containsOnly(7);
        assertThat(completed.offset()).isGreaterThan(started.offset());
        assertThat(List.of(started, completed))
                .allMatch(each -> TraceParent.traceId(each.headers()).equals(Optional.of(TRACE)));
        assertThat(new String(completed.headers().lastHeader("ce_source").value(), StandardCharsets.UTF_8))
                .isEqualTo("/sheetway/backup-service");
    }

    @Test
    void answersACommandThatComesTwiceTwiceAndExecutesItOnce() {
        // When
        send(command(id, 1, "succeed"), 1);
        send(command(id, 1, "succeed"), 1);

        // Then
        ConsumerRecord<String, byte[]> first = await(StepCompleted.class, id);
        ConsumerRecord<String, byte[]> second =
                events.await(record -> record.offset() > first.offset() && is(record, StepCompleted.class, id), SOON);
        assertThat(second.value()).isEqualTo(first.value());
        assertThat(second.headers().lastHeader("ce_id").value())
                .isEqualTo(first.headers().lastHeader("ce_id").value());
        assertThat(executor.executions(id.value())).isEqualTo(1);
    }

    @Test
    void anExpectedFailureIsAnEventAndTheNextCommandIsTaken() {
        // When
        send(command(id, 1, "pause"), 2);
        send(command(id, 2, "succeed"), 2);

        // Then
        StepFailed failed = (StepFailed) event(await(StepFailed.class, id));
        assertThat(failed.failure().code()).isEqualTo("needs-a-person");
        await(StepCompleted.class, id);
    }

    @Test
    void aLongStepKeepsNeitherItsOwnPartitionNorTheOthersWaitingButItsOwnSpreadsheet() {
        // Given
        SpreadsheetId other = TestCommands.anySpreadsheet();
        send(command(id, 1, "wait"), 3);
        executor.awaitExecution(id.value());

        // When
        send(command(id, 2, "succeed"), 3);
        send(command(other, 1, "succeed"), 3);
        await(StepCompleted.class, other);
        int executionsMeanwhile = executor.executions(id.value());
        executor.open(id.value());

        // Then
        assertThat(executionsMeanwhile).isEqualTo(1);
        events.await(
                record -> is(record, StepCompleted.class, id)
                        && event(record).header().attempt() == 2,
                SOON);
    }

    @Test
    void whatIsNoCommandLiesInTheQuarantineAndTheNextCommandIsTaken() {
        // When
        broker.publish(new ProducerRecord<>(COMMANDS, 4, id.value(), "no command".getBytes(StandardCharsets.UTF_8)));
        broker.publish(new ProducerRecord<>(COMMANDS, 4, null, null));
        send(command(id, 1, "succeed"), 4);

        // Then
        ConsumerRecord<String, byte[]> quarantined = events.await(
                record -> record.topic().equals(Topics.QUARANTINE) && id.value().equals(record.key()), SOON);
        assertThat(quarantined.value()).asString(StandardCharsets.UTF_8).isEqualTo("no command");
        assertThat(header(quarantined, "sheetway_source_topic")).isEqualTo(COMMANDS);
        assertThat(header(quarantined, "sheetway_source_partition")).isEqualTo("4");
        assertThat(header(quarantined, "sheetway_reason")).isNotBlank();
        await(StepCompleted.class, id);
    }

    @Test
    void anAnswerThatIsTooLargeForItsTopicIsAnsweredAsFailed() {
        // When
        send(command(id, 1, "huge"), 5);

        // Then
        StepFailed failed = (StepFailed) event(await(StepFailed.class, id));
        assertThat(failed.failure().code()).isEqualTo("answer-too-large");
    }

    @Test
    void aCommandThatWasSentAfterThePartitionWasAssignedCannotHaveRunBefore() {
        // When
        send(command(id, 1, "succeed"), 6);

        // Then
        StepCompleted completed = (StepCompleted) event(await(StepCompleted.class, id));
        assertThat(completed.result().summary()).contains("schema version false");
    }

    @Test
    void theClientsRunWithTheSettingsThatKeepCommandsSafe() {
        // When
        Map<String, Object> consumer =
                new TreeMap<>(kafka.getConsumer("commands").configuration());
        Map<String, Object> producer = new TreeMap<>(kafka.getProducer("events").configuration());

        // Then
        assertThat(consumer)
                .containsEntry("group.id", "backup-service")
                .containsEntry("group.instance.id", "backup-service-1")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("session.timeout.ms", "6000")
                .containsEntry("heartbeat.interval.ms", "1500");
        assertThat(producer)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("linger.ms", "0")
                .containsEntry("delivery.timeout.ms", "30000");
    }

    private static Command command(SpreadsheetId id, int attempt, String script) {
        var plan = TestCommands.plan("Orders", "{}", script);
        return new Command.CloseMigration(TestCommands.header(id, Step.CLOSE, attempt, plan), plan, "3.0", List.of());
    }

    private void send(Command command, int partition) {
        broker.publish(
                COMMANDS, partition, CommandCodec.encode(command, Instant.now()).traced(TRACE));
    }

    private ConsumerRecord<String, byte[]> await(Class<? extends StepEvent> kind, SpreadsheetId spreadsheet) {
        return events.await(record -> is(record, kind, spreadsheet), SOON);
    }

    private static boolean is(ConsumerRecord<String, byte[]> record, Class<?> kind, SpreadsheetId spreadsheet) {
        return record.topic().equals(EVENTS)
                && spreadsheet.value().equals(record.key())
                && kind.isInstance(event(record));
    }

    private static StepEvent event(ConsumerRecord<String, byte[]> record) {
        return EventCodec.decode(record.headers(), record.value());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
