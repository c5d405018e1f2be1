package dev.sheetway.orchestrator.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.testkit.WithBroker;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBroker
class SagaIT {
    private static final TraceId TRACE = new TraceId("4bf92f3577b34da6a3ce929d0e0e4736");
    private static TestBroker broker;
    private static OrchestratorProcess orchestrator;
    private static Participants participants;

    private final SpreadsheetId spreadsheet = new SpreadsheetId("it-" + UUID.randomUUID());
    private final MigrationId migration = MigrationId.of(spreadsheet, "request-1");
    private Journal journal;

    @BeforeAll
    static void start(TestBroker shared) {
        broker = shared;
        participants = new Participants(broker.bootstrapServers());
        orchestrator = OrchestratorProcess.start(broker.bootstrapServers(), Map.of());
    }

    @AfterAll
    static void stop() {
        orchestrator.close();
        participants.close();
    }

    @BeforeEach
    void follow() {
        journal = new Journal(broker, spreadsheet);
    }

    private void request(String requestId) {
        var plan = TestPlans.zeues();
        var request = new Request.Migrate(requestId, spreadsheet, "ada", false, plan, PlanJson.checksum(plan));
        var message = RequestCodec.encode(request, "/test", Instant.now()).traced(TRACE);
        // wherever the producer likes, as kcat does
        broker.publish(new ProducerRecord<>(Topics.REQUESTS, 7, "any-key", message.value(), message.headers()));
    }

    @Test
    void completesAMigrationWhoseParticipantsSucceed() {
        participants.answer(spreadsheet, command -> List.of(Answers.success(command)));

        request("request-1");

        var completed = journal.await(JournalEntry.MigrationCompleted.class);
        assertThat(completed.header().migrationId()).isEqualTo(migration);
        assertThat(completed.noop()).isFalse();
        assertThat(journal.traces()).as("the request's, and no other").containsExactly(TRACE);
        assertThat(participants.received(spreadsheet))
                .extracting(CommandType::of)
                .containsExactly(
                        CommandType.OPEN_MIGRATION,
                        CommandType.CREATE_BACKUP,
                        CommandType.EXPAND_SCHEMA,
                        CommandType.VERIFY_MIGRATION,
                        CommandType.INITIALISE_VALUES,
                        CommandType.RUN_SMOKE,
                        CommandType.CLOSE_MIGRATION);
        assertThat(orchestrator.get("/api/status").orElseThrow().body())
                .contains(migration.toString(), "\"COMPLETED\"");
        assertThat(orchestrator.get("/").orElseThrow().body()).contains(migration.toString(), "COMPLETED");
    }

    @Test
    void rollsBackByItselfWhenVerifyFails() {
        participants.answer(
                spreadsheet,
                command -> List.of(
                        command instanceof Command.VerifyMigration
                                ? Answers.failure(command, FailureClass.FAILED, "initial_values")
                                : Answers.success(command)));

        request("request-1");

        var rolledBack = journal.await(JournalEntry.MigrationRolledBack.class);
        assertThat(rolledBack.header().direction()).isEqualTo(Direction.ROLLBACK);
        assertThat(rolledBack.reason()).contains("verify", "initial_values");
        assertThat(participants.received(spreadsheet))
                .extracting(CommandType::of)
                .containsExactly(
                        CommandType.OPEN_MIGRATION,
                        CommandType.CREATE_BACKUP,
                        CommandType.EXPAND_SCHEMA,
                        CommandType.VERIFY_MIGRATION,
                        CommandType.CONTRACT_SCHEMA,
                        CommandType.VERIFY_ROLLBACK,
                        CommandType.RUN_SMOKE,
                        CommandType.CLOSE_MIGRATION);
    }

    @Test
    void goesOnAfterKillMinusNineWithTheSameCommandIdsAndOneJournal() {
        CountDownLatch dead = new CountDownLatch(1);
        participants.answer(spreadsheet, command -> {
            if (command instanceof Command.ExpandSchema && dead.getCount() > 0) {
                orchestrator.kill();
                dead.countDown();
            }
            return List.of(Answers.success(command));
        });
        request("request-1");
        Waiting.until(Duration.ofSeconds(30), "the kill", () -> dead.getCount() == 0);

        orchestrator = OrchestratorProcess.start(broker.bootstrapServers(), Map.of());

        journal.await(JournalEntry.MigrationCompleted.class);
        List<CommandId> commanded = journal.entries().stream()
                .filter(JournalEntry.StepCommanded.class::isInstance)
                .map(entry -> ((JournalEntry.StepCommanded) entry).commandId())
                .toList();
        assertThat(commanded).hasSize(7).doesNotHaveDuplicates();
        assertThat(participants.received(spreadsheet))
                .extracting(command -> command.header().commandId())
                .isSubsetOf(commanded);
        assertThat(journal.ids()).doesNotHaveDuplicates();
        assertThat(journal.kinds())
                .filteredOn(kind -> !kind.equals("step-progressed"))
                .hasSize(1 + 7 + 7 + 1);
    }

    @Test
    void sendsWhatIsOutstandingAgainAfterARestart() {
        participants.answer(spreadsheet, command -> {
            boolean secondTime = participants.received(spreadsheet).stream()
                            .filter(before -> before.header()
                                    .commandId()
                                    .equals(command.header().commandId()))
                            .count()
                    > 1;
            return command instanceof Command.VerifyMigration && !secondTime
                    ? List.of()
                    : List.of(Answers.success(command));
        });
        request("request-1");
        Waiting.until(
                Duration.ofSeconds(30),
                "the command that stays unanswered",
                () -> participants.received(spreadsheet).stream().anyMatch(Command.VerifyMigration.class::isInstance));
        orchestrator.kill();

        orchestrator = OrchestratorProcess.start(broker.bootstrapServers(), Map.of());

        journal.await(JournalEntry.MigrationCompleted.class);
        assertThat(participants.received(spreadsheet))
                .filteredOn(Command.VerifyMigration.class::isInstance)
                .hasSize(2)
                .extracting(command -> command.header().commandId())
                .containsOnly(participants.received(spreadsheet).get(3).header().commandId());
        assertThat(journal.kinds()).doesNotContain("step-failed");
    }

    @Test
    void quarantinesWhatItCannotReadAndStaysAlive() {
        try (var quarantine = broker.tailFromNow(Topics.QUARANTINE)) {
            byte[] bytes = "no request, {".getBytes(UTF_8);
            var published = broker.publish(new ProducerRecord<>(Topics.REQUESTS, spreadsheet.value(), bytes));

            var kept = quarantine.awaitKey(spreadsheet.value(), Duration.ofSeconds(20));

            assertThat(kept.value()).isEqualTo(bytes);
            assertThat(kept.headers().lastHeader("sheetway_source_offset").value())
                    .asString()
                    .isEqualTo(Long.toString(published.offset()));
            assertThat(kept.headers().lastHeader("sheetway_source_topic").value())
                    .asString()
                    .isEqualTo(Topics.REQUESTS);
            assertThat(kept.headers().lastHeader("sheetway_reason").value())
                    .asString()
                    .contains("CloudEvent");
        }
        participants.answer(spreadsheet, command -> List.of(Answers.alreadyMigrated(command)));
        request("request-1");
        assertThat(journal.await(JournalEntry.MigrationCompleted.class).noop()).isTrue();
    }

    @Test
    void answersARequestWithAWrongPlanByARejection() {
        var plan = TestPlans.zeues();
        var request = new Request.Migrate("request-1", spreadsheet, "ada", false, plan, PlanJson.checksum(plan));
        var message = RequestCodec.encode(request, "/test", Instant.now());
        byte[] broken = message.payload()
                .json()
                .replace("\"addColumn\"", "\"addColum\"")
                .getBytes(UTF_8);

        broker.publish(new ProducerRecord<>(Topics.REQUESTS, 3, "any-key", broken, message.headers()));

        var rejected = journal.await(JournalEntry.MigrationRejected.class);
        assertThat(rejected.code()).isEqualTo("invalid-plan");
        assertThat(rejected.requestId()).isEqualTo("request-1");
    }

    @Test
    void retriesWhatMayPassWhenItsTimeHasCome() {
        participants.answer(
                spreadsheet,
                command -> List.of(
                        command instanceof Command.CreateBackup
                                        && command.header().attempt() == 1
                                ? Answers.failure(command, FailureClass.UNKNOWN, "connection-lost")
                                : Answers.success(command)));

        request("request-1");

        journal.await(JournalEntry.MigrationCompleted.class);
        assertThat(journal.kinds()).containsSubsequence("step-failed", "step-retried", "step-commanded");
        assertThat(participants.received(spreadsheet))
                .filteredOn(Command.CreateBackup.class::isInstance)
                .extracting(command -> command.header().attempt())
                .containsExactly(1, 2);
    }
}
