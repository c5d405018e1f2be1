package dev.sheetway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepEvent.StepCompleted;
import dev.sheetway.contracts.event.StepEvent.StepFailed;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.testkit.BrokerResource;
import dev.sheetway.testkit.RecordTail;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.EventCodec;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The service as it runs: a command from Kafka, Google over HTTP, an event to Kafka. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(EmulatorResource.class)
class SchemaServiceIT {
    private static final SpreadsheetId SAMPLE = new SpreadsheetId("sample");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void answersAnOpenCommandOnItsEventTopic() {
        // Given
        Command command = open(TestPlans.zeues(), "request-1");
        // When
        StepEvent answer = answerTo(command);
        // Then
        assertThat(answer).isInstanceOfSatisfying(StepCompleted.class, completed -> {
            assertThat(completed.header().commandId())
                    .isEqualTo(command.header().commandId());
            Opened opened = (Opened) completed.result();
            assertThat(opened.source()).isEqualTo("emulator");
            assertThat(opened.headers()).hasSize(63);
        });
    }

    @Test
    void answersARefusalWithItsCode() {
        // Given
        Command command = open(TestPlans.onTab(TestPlans.zeues(), "Operacones"), "request-2");
        // When
        StepEvent answer = answerTo(command);
        // Then
        assertThat(answer).isInstanceOfSatisfying(StepFailed.class, failed -> {
            assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(failed.failure().code()).isEqualTo("unknown-tab");
        });
    }

    private static Command open(MigrationPlan plan, String request) {
        CommandHeader header = new CommandHeader(
                MigrationId.of(SAMPLE, request), SAMPLE, Step.OPEN, Direction.FORWARD, 1, 1, PlanJson.checksum(plan));
        return new Command.OpenMigration(header, plan);
    }

    private static StepEvent answerTo(Command command) {
        TestBroker broker = TestBroker.shared();
        try (RecordTail events = broker.tailFromNow(Topics.events(Participant.SCHEMA))) {
            broker.publish(Topics.commands(Participant.SCHEMA), CommandCodec.encode(command, Instant.now()));
            return event(events.await(record -> ends(event(record), command), PATIENCE));
        }
    }

    private static boolean ends(StepEvent event, Command command) {
        return event.header().commandId().equals(command.header().commandId())
                && (event instanceof StepCompleted || event instanceof StepFailed);
    }

    private static StepEvent event(ConsumerRecord<String, byte[]> record) {
        return EventCodec.decode(record.headers(), record.value());
    }
}
