package dev.sheetway.orchestrator.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.broker.Broker;
import dev.sheetway.broker.TopicProvisioner;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.testkit.TestBroker;
import dev.sheetway.wire.Partitions;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.TopicCatalogue;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.WireMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One broker that loses, one after the other, what the orchestrator keeps beside its journal: the changelog, intake, the
 * offsets. Before that it has completed a migration, rolled one back, and was killed half way through a third.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildIT {
    private static final SpreadsheetId COMPLETED = new SpreadsheetId("completed");
    private static final SpreadsheetId ROLLED_BACK = new SpreadsheetId("rolled-back");
    private static final SpreadsheetId HALF_WAY = new SpreadsheetId("half-way");
    private static final SpreadsheetId ASKED_MEANWHILE = new SpreadsheetId("asked-meanwhile");
    private static final SpreadsheetId IN_INTAKE = new SpreadsheetId("in-intake");

    @TempDir
    private static Path data;

    private static Broker broker;
    private static TestBroker bus;
    private static Checkpoint checkpoint;
    private static Participants participants;
    private static Map<String, String> store;

    @BeforeAll
    static void aHistory() {
        broker = Broker.startProcess(data);
        bus = TestBroker.at(broker.bootstrapServers());
        checkpoint = new Checkpoint(broker.bootstrapServers());
        participants = new Participants(broker.bootstrapServers());
        participants.answer(COMPLETED, command -> List.of(Answers.success(command)));
        participants.answer(
                ROLLED_BACK,
                command -> List.of(
                        command instanceof Command.VerifyMigration
                                ? Answers.failure(command, FailureClass.FAILED, "initial_values")
                                : Answers.success(command)));
        participants.answer(
                HALF_WAY,
                command -> command instanceof Command.VerifyMigration ? List.of() : List.of(Answers.success(command)));
        OrchestratorProcess orchestrator = OrchestratorProcess.start(broker.bootstrapServers(), Map.of());
        List.of(COMPLETED, ROLLED_BACK, HALF_WAY).forEach(each -> publish(Topics.REQUESTS, 7, each));
        try (var journal = checkpoint.everything(Topics.JOURNAL)) {
            journal.await(entry -> Journal.decode(entry) instanceof JournalEntry.MigrationCompleted, LIMIT);
            journal.await(entry -> Journal.decode(entry) instanceof JournalEntry.MigrationRolledBack, LIMIT);
        }
        Waiting.until(LIMIT, "half way", () -> commands(HALF_WAY).contains(CommandType.VERIFY_MIGRATION));
        orchestrator.kill();
        store = checkpoint.store();
    }

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @AfterAll
    static void end() {
        participants.close();
        broker.close();
    }

    private static WireMessage request(SpreadsheetId spreadsheet) {
        var plan = TestPlans.zeues();
        var request = new Request.Migrate("request-1", spreadsheet, "ada", false, plan, PlanJson.checksum(plan));
        return RequestCodec.encode(request, "/test", Instant.now());
    }

    private static WireMessage pauseOf(SpreadsheetId ended) {
        MigrationId migration = MigrationId.of(ended, "request-1");
        var request =
                new Request.Steer("request-2", ended, "ada", Request.Steering.PAUSE, migration, "it is over anyway");
        return RequestCodec.encode(request, "/test", Instant.now());
    }

    private static void publish(String topic, int partition, SpreadsheetId spreadsheet) {
        bus.publish(topic, partition, request(spreadsheet));
    }

    private static List<CommandType> commands(SpreadsheetId spreadsheet) {
        return participants.received(spreadsheet).stream().map(CommandType::of).toList();
    }

    private static OrchestratorProcess launch(String... arguments) {
        return OrchestratorProcess.launch(broker.bootstrapServers(), Map.of(), arguments);
    }

    @Test
    @Order(1)
    void refusesOffsetsThatAreGoneWhileTheStoreIsNot() {
        checkpoint.deleteOffsets();

        OrchestratorProcess refused = launch();

        assertThat(refused.exitCode(LIMIT)).isEqualTo(4);
        assertThat(refused.log())
                .contains("group \"sheetway-orchestrator\" has no committed offsets although")
                .contains("old requests would be read again")
                .contains("run it once with --rebuild");
    }

    @Test
    @Order(2)
    void refusesAChangelogThatWasDeletedAndMadeAgain() throws Exception {
        checkpoint.deleteTopic(Checkpoint.CHANGELOG);
        TopicProvisioner.provision(broker.bootstrapServers(), TopicCatalogue.load());

        OrchestratorProcess refused = launch();

        assertThat(refused.exitCode(LIMIT)).isEqualTo(4);
        assertThat(refused.log())
                .contains("\"sheetway-orchestrator-saga-changelog\" is empty although \"sheetway.journal\" holds")
                .contains("run it once with --rebuild (on one machine: ./sheetway up --rebuild)");
        assertThat(checkpoint.store()).isEmpty();
    }

    @Test
    @Order(3)
    void makesTheSameStoreFromTheJournalRecordByRecordAndReadsOnWhereItStopped() throws Exception {
        checkpoint.deleteTopic(Checkpoint.CHANGELOG);
        publish(Topics.REQUESTS, 3, ASKED_MEANWHILE);
        var undecided = bus.publish(new ProducerRecord<>(
                Topics.INTAKE,
                Partitions.of(IN_INTAKE.value(), TopicCatalogue.load().partitions()),
                IN_INTAKE.value(),
                request(IN_INTAKE).value(),
                request(IN_INTAKE).headers()));

        OrchestratorProcess rebuild = launch("--rebuild");

        assertThat(rebuild.exitCode(LIMIT)).as(rebuild.log()).isZero();
        assertThat(rebuild.log()).contains("spreadsheets=3 written=3 removed=0");
        assertThat(checkpoint.store()).isEqualTo(store).hasSize(3);
        assertThat(checkpoint.offset(Topics.INTAKE, undecided.partition())).isLessThanOrEqualTo(undecided.offset());
        for (SpreadsheetId decided : List.of(COMPLETED, ROLLED_BACK, HALF_WAY)) {
            var request = inIntake(decided);
            assertThat(checkpoint.offset(Topics.INTAKE, request.partition())).isGreaterThan(request.offset());
        }
    }

    @Test
    @Order(4)
    void goesOnWithWhatWasHalfWayAndRunsNothingTwice() {
        List<SpreadsheetId> unfinished = List.of(HALF_WAY, ASKED_MEANWHILE, IN_INTAKE);
        unfinished.forEach(each -> participants.answer(each, command -> List.of(Answers.success(command))));
        int before = commands(COMPLETED).size() + commands(ROLLED_BACK).size();

        try (OrchestratorProcess orchestrator = OrchestratorProcess.start(broker.bootstrapServers(), Map.of());
                var journal = checkpoint.everything(Topics.JOURNAL)) {
            for (SpreadsheetId ended : List.of(COMPLETED, ROLLED_BACK)) {
                publish(Topics.REQUESTS, 9, ended);
                bus.publish(Topics.REQUESTS, 9, pauseOf(ended));
                journal.await(
                        entry -> ended.value().equals(entry.key())
                                && Journal.decode(entry) instanceof JournalEntry.MigrationRejected,
                        LIMIT);
            }
            unfinished.forEach(each -> journal.await(
                    entry -> each.value().equals(entry.key())
                            && Journal.decode(entry) instanceof JournalEntry.MigrationCompleted,
                    LIMIT));

            assertThat(orchestrator.isAlive()).isTrue();
            assertThat(commands(COMPLETED).size() + commands(ROLLED_BACK).size())
                    .as("nothing runs twice")
                    .isEqualTo(before);
            assertThat(journal.seen()).extracting(RebuildIT::id).doesNotHaveDuplicates();
            assertThat(journal.seen())
                    .filteredOn(entry -> Journal.decode(entry) instanceof JournalEntry.MigrationAccepted)
                    .hasSize(5);
            assertThat(journal.seen())
                    .filteredOn(entry -> Journal.decode(entry) instanceof JournalEntry.MigrationRejected)
                    .as("the two that show that the copies before them were read")
                    .hasSize(2);
        }
    }

    private static ConsumerRecord<String, byte[]> inIntake(SpreadsheetId spreadsheet) {
        try (var intake = checkpoint.everything(Topics.INTAKE)) {
            return intake.awaitKey(spreadsheet.value(), LIMIT);
        }
    }

    private static String id(ConsumerRecord<String, byte[]> entry) {
        return new String(entry.headers().lastHeader("ce_id").value(), UTF_8);
    }
}
