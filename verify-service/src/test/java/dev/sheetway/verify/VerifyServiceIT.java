package dev.sheetway.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepEvent.StepCompleted;
import dev.sheetway.contracts.event.StepEvent.StepFailed;
import dev.sheetway.contracts.event.StepResult.SmokeRan;
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
class VerifyServiceIT {
    private static final SpreadsheetId SAMPLE = new SpreadsheetId("sample");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Test
    void answersASmokeCommandOnItsEventTopicWithTheReport() {
        // Given
        Command command = smoke("2.1", "request-1");
        // When
        StepEvent answer = answerTo(command);
        // Then
        assertThat(answer).isInstanceOfSatisfying(StepCompleted.class, completed -> {
            assertThat(completed.header().commandId())
                    .isEqualTo(command.header().commandId());
            assertThat(completed.result().summary()).isEqualTo("suite 2.1: 5 passed, 0 failed, 0 skipped");
            assertThat(completed.result().source()).isEqualTo("emulator");
        });
    }

    @Test
    void answersAFailedSuiteWithItsCodeAndTheReportAsEvidence() {
        // Given
        Command command = smoke("3.0", "request-2");
        // When
        StepEvent answer = answerTo(command);
        // Then
        assertThat(answer).isInstanceOfSatisfying(StepFailed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("smoke-failed");
            assertThat(failed.evidence()).containsInstanceOf(SmokeRan.class);
        });
    }

    private static Command smoke(String version, String request) {
        MigrationPlan plan = Plans.zeues();
        CommandHeader header = new CommandHeader(
                MigrationId.of(SAMPLE, request), SAMPLE, Step.SMOKE, Direction.FORWARD, 1, 1, PlanJson.checksum(plan));
        return new Command.RunSmoke(header, plan, version);
    }

    private static StepEvent answerTo(Command command) {
        TestBroker broker = TestBroker.shared();
        try (RecordTail events = broker.tailFromNow(Topics.events(Participant.VERIFY))) {
            broker.publish(Topics.commands(Participant.VERIFY), CommandCodec.encode(command, Instant.EPOCH));
            ConsumerRecord<String, byte[]> answer = events.await(record -> ends(record, command), PATIENCE);
            return EventCodec.decode(answer.headers(), answer.value());
        }
    }

    private static boolean ends(ConsumerRecord<String, byte[]> record, Command command) {
        StepEvent event = EventCodec.decode(record.headers(), record.value());
        return event.header().commandId().equals(command.header().commandId())
                && (event instanceof StepCompleted || event instanceof StepFailed);
    }
}
