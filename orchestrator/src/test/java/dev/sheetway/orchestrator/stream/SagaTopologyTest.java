package dev.sheetway.orchestrator.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.orchestrator.saga.OutstandingCommands;
import dev.sheetway.orchestrator.saga.RetryPolicy;
import dev.sheetway.orchestrator.saga.SagaDecider;
import dev.sheetway.orchestrator.saga.SagaFold;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.wire.CommandCodec;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.RequestCodec;
import dev.sheetway.wire.TopicCatalogue;
import dev.sheetway.wire.Topics;
import dev.sheetway.wire.TraceParent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagaTopologyTest {
    private final DrivenTopology topology = new DrivenTopology();

    @AfterEach
    void close() {
        topology.close();
    }

    private static Request.Migrate migrate(String requestId) {
        var plan = TestPlans.zeues();
        return new Request.Migrate(requestId, DrivenTopology.SHEET, "ada", false, plan, PlanJson.checksum(plan));
    }

    private Command only(List<Command> commands) {
        assertThat(commands).hasSize(1);
        return commands.getFirst();
    }

    @Test
    void takesTheKeyFromThePayloadAndKeepsTheRequestAsItIs() {
        topology.request(migrate("r"));

        var record = topology.read(Topics.INTAKE).getFirst();
        assertThat(new String(record.key(), UTF_8)).isEqualTo("sheet-1");
        assertThat(new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .isEqualTo("r");
        assertThat(new String(
                        record.headers().lastHeader("sheetway_published_at").value(), UTF_8))
                .isEqualTo(Long.toString(topology.now().toEpochMilli()));
    }

    @Test
    void aRequestThatClaimsToBeATickIsARequest() {
        var message = RequestCodec.encode(migrate("r"), "/test", topology.now());
        message.headers().add("sheetway_tick", "1".getBytes(UTF_8));

        topology.put(Topics.REQUESTS, "k".getBytes(UTF_8), message.value(), message.headers());

        assertThat(topology.commands()).hasSize(1);
    }

    @Test
    void aRestoreOfAMigrationThatHasWrittenNothingIsRejected() {
        topology.request(migrate("r"));
        topology.read(Topics.JOURNAL);
        topology.request(new Request.Steer(
                "s",
                DrivenTopology.SHEET,
                "ada",
                Request.Steering.RESTORE,
                MigrationId.of(DrivenTopology.SHEET, "r"),
                "by mistake"));

        assertThat(topology.journal())
                .singleElement()
                .isInstanceOfSatisfying(JournalEntry.MigrationRejected.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo("nothing-to-restore");
                    assertThat(rejected.header().migrationId())
                            .as("whoever watches the migration sees it")
                            .isEqualTo(MigrationId.of(DrivenTopology.SHEET, "r"));
                });
    }

    @Test
    void everythingThatFollowsFromARequestBelongsToItsTrace() {
        TraceId trace = new TraceId("4bf92f3577b34da6a3ce929d0e0e4736");
        var request = RequestCodec.encode(migrate("r"), "/test", topology.now()).traced(trace);
        topology.put(Topics.REQUESTS, "k".getBytes(UTF_8), request.value(), request.headers());
        var command = topology.read(Topics.commands(Participant.SCHEMA)).getFirst();
        Command open = CommandCodec.decode(command.headers(), command.value());

        topology.answer(open, Answers.failure(open, FailureClass.RETRYABLE, "unavailable"));
        topology.pass(Duration.ofSeconds(10));
        topology.request(steer(Request.Steering.CANCEL, "r"));
        topology.request(steer(Request.Steering.RESUME, "r"));

        assertThat(TraceParent.traceId(command.headers())).contains(trace);
        assertThat(topology.read(Topics.commands(Participant.SCHEMA)))
                .hasSizeGreaterThan(1)
                .allMatch(each -> TraceParent.traceId(each.headers()).equals(Optional.of(trace)));
        assertThat(topology.read(Topics.JOURNAL))
                .hasSizeGreaterThan(6)
                .allMatch(each -> TraceParent.traceId(each.headers()).equals(Optional.of(trace)));
        assertThat(topology.stored().traceOf(MigrationId.of(DrivenTopology.SHEET, "r")))
                .contains(trace);
    }

    @Test
    void aRequestWithoutATraceBeginsThatOfItsMigration() {
        topology.request(migrate("r"));

        MigrationId id = MigrationId.of(DrivenTopology.SHEET, "r");
        assertThat(topology.read(Topics.JOURNAL)).isNotEmpty().allMatch(each -> TraceParent.traceId(each.headers())
                .equals(Optional.of(TraceId.of(id))));
    }

    private static Request.Steer steer(Request.Steering steering, String requestId) {
        return new Request.Steer(
                steering.name(),
                DrivenTopology.SHEET,
                "ada",
                steering,
                MigrationId.of(DrivenTopology.SHEET, requestId),
                "because of the test");
    }

    @Test
    void aBaselineIsCommandedToTheSchemaService() {
        var plan = TestPlans.baseline();

        topology.request(new Request.Baseline("b", DrivenTopology.SHEET, "ada", plan, PlanJson.checksum(plan)));

        assertThat(topology.commands())
                .singleElement()
                .isInstanceOfSatisfying(Command.BaselineSchema.class, command -> {
                    assertThat(command.participant()).isEqualTo(Participant.SCHEMA);
                    assertThat(command.plan()).isEqualTo(plan);
                });
    }

    @Test
    void everythingIsKeyedByTheSpreadsheet() {
        topology.request(migrate("r"));

        assertThat(topology.read(Topics.JOURNAL)).isNotEmpty().allMatch(each -> new String(each.key(), UTF_8)
                .equals("sheet-1"));
        assertThat(topology.read(Topics.commands(Participant.SCHEMA)))
                .hasSize(1)
                .allMatch(each -> new String(each.key(), UTF_8).equals("sheet-1"));
    }

    @Test
    void theJournalFoldsToTheStore() {
        List<JournalEntry> journal = new ArrayList<>();
        topology.request(migrate("r"));
        List<CommandType> types = new ArrayList<>();
        for (List<Command> sent = topology.commands(); !sent.isEmpty(); sent = topology.commands()) {
            Command command = only(sent);
            types.add(CommandType.of(command));
            topology.answer(command, Answers.progress(command, 50));
            topology.answer(command, Answers.success(command));
            journal.addAll(topology.journal());
            assertThat(fold(journal)).isEqualTo(topology.stored());
        }
        assertThat(types).hasSize(7).endsWith(CommandType.CLOSE_MIGRATION);
        assertThat(topology.stored().ended()).hasSize(1);
    }

    private static SpreadsheetState fold(List<JournalEntry> journal) {
        SpreadsheetState state = SpreadsheetState.untouched(DrivenTopology.SHEET);
        for (JournalEntry entry : journal) {
            state = SagaFold.evolve(state, entry);
        }
        return state;
    }

    @Test
    void journalEntriesHaveIdsOfTheirOwn() {
        topology.request(migrate("r"));
        topology.request(migrate("s"));

        var records = topology.read(Topics.JOURNAL);
        Set<String> ids = new HashSet<>();
        records.forEach(
                each -> ids.add(new String(each.headers().lastHeader("ce_id").value(), UTF_8)));
        assertThat(ids).hasSize(records.size()).hasSizeGreaterThan(2);
    }

    @Test
    void aTickComesOnlyWhenSomethingIsDue() {
        topology.request(migrate("r"));
        Command open = only(topology.commands());
        topology.read(Topics.INTAKE);
        topology.pass(DrivenTopology.TICK);
        assertThat(topology.read(Topics.INTAKE))
                .as("the one that tells the broker's time")
                .hasSize(1);
        topology.answer(open, Answers.failure(open, FailureClass.RETRYABLE, "unavailable"));

        topology.pass(Duration.ofMillis(1_900));
        assertThat(topology.read(Topics.INTAKE)).as("back-off is at least 2 s").isEmpty();
        topology.pass(Duration.ofMillis(2_500));

        assertThat(topology.read(Topics.INTAKE)).hasSize(1);
        assertThat(only(topology.commands()).header().attempt()).isEqualTo(2);
    }

    @Test
    void anIdleSystemWritesNothing() {
        topology.request(migrate("r"));
        Command open = only(topology.commands());
        topology.answer(open, Answers.alreadyMigrated(open));
        topology.read(Topics.INTAKE);

        topology.pass(Duration.ofDays(1));

        assertThat(topology.read(Topics.INTAKE)).isEmpty();
    }

    @Test
    void aCompletedMigrationWritesOnlyItsProbationAndTheEndOfItsWindow() {
        topology.request(migrate("r"));
        for (List<Command> sent = topology.commands(); !sent.isEmpty(); sent = topology.commands()) {
            topology.answer(only(sent), Answers.success(only(sent)));
        }
        topology.pass(DrivenTopology.TICK);
        topology.read(Topics.INTAKE);
        topology.journal();

        for (int i = 1; i <= 4; i++) {
            topology.pass(Duration.ofHours(6));
            assertThat(topology.read(Topics.INTAKE))
                    .as("verification %s on probation", i)
                    .hasSize(1);
            topology.answer(verification(), Answers.success(verification()));
        }

        topology.pass(Duration.ofDays(5));
        assertThat(topology.read(Topics.INTAKE)).isEmpty();
        topology.pass(Duration.ofDays(1));

        assertThat(topology.journal()).last().isInstanceOf(JournalEntry.RollbackWindowClosed.class);
    }

    private Command verification() {
        return OutstandingCommands.of(topology.stored()).getFirst();
    }

    @Test
    void aTickReachesThePartitionThatItsKeyNames() {
        var tick = Ticks.of(7, 0);

        assertThat(Ticks.partitions(Topics.INTAKE, tick.key(), tick.value(), 12))
                .contains(Set.of(7));
    }

    @Test
    void quarantinesAnEventThatIsNone() {
        byte[] value = "{\"commandId\":1}".getBytes(UTF_8);
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", "sheetway.event.step-completed.v1".getBytes(UTF_8));

        topology.put(Topics.events(Participant.BACKUP), "sheet-1".getBytes(UTF_8), value, headers);

        var kept = topology.read(Topics.QUARANTINE).getFirst();
        assertThat(kept.value()).isEqualTo(value);
        assertThat(new String(kept.headers().lastHeader("sheetway_source_topic").value(), UTF_8))
                .isEqualTo("sheetway.events.backup");
        assertThat(kept.headers().lastHeader("sheetway_reason")).isNotNull();
        assertThat(kept.headers().lastHeader("ce_type")).isNotNull();
        assertThat(topology.counters().quarantined()).isEqualTo(1);
    }

    @Test
    void quarantinesAnEventThatWouldNotFitIntoTheJournal() {
        topology.request(migrate("r"));
        Command open = only(topology.commands());
        var large = new StepResult.Opened(
                "emulator", "Sheet", 0, 1, 1, Collections.nCopies(80_000, "a long header"), 1, false);

        topology.answer(open, Answers.completed(open, large));

        assertThat(topology.read(Topics.QUARANTINE)).hasSize(1);
        assertThat(topology.commands()).isEmpty();
    }

    @Test
    void countsWhatAnswersNobodysQuestion() {
        topology.request(migrate("r"));
        Command open = only(topology.commands());
        topology.answer(open, Answers.success(open));
        SpreadsheetState before = topology.stored();
        topology.journal();

        topology.answer(open, Answers.success(open));

        assertThat(topology.counters().ignored()).isEqualTo(1);
        assertThat(topology.stored()).isEqualTo(before);
        assertThat(topology.journal()).isEmpty();
    }

    @Test
    void aRequestIsAsOldAsItsPublicationOnTheRequestsTopic() {
        RecordHeaders headers = new RecordHeaders();
        PublishedAt.put(headers, topology.now().minus(Duration.ofHours(25)).toEpochMilli());
        var message = RequestCodec.encode(migrate("r"), "/test", topology.now());
        message.headers().forEach(headers::add);

        topology.put(Topics.INTAKE, "sheet-1".getBytes(UTF_8), message.value(), headers);

        var rejected = (JournalEntry.MigrationRejected) topology.journal().getFirst();
        assertThat(rejected.code()).isEqualTo("request-too-old");
        assertThat(rejected.header().migrationId()).isEqualTo(MigrationId.of(DrivenTopology.SHEET, "r"));
    }

    @Test
    void hasNoInternalTopicButTheChangelogOfTheCatalogue() {
        assertThat(SagaTopology.CHANGELOG).isEqualTo("sheetway-orchestrator-saga-changelog");
        assertThat(TopicCatalogue.load().topics())
                .extracting(each -> each.name())
                .contains(SagaTopology.CHANGELOG);
        TopologyDescription description = SagaTopology.build(new SagaShell(
                        new SagaDecider(RetryPolicy.DEFAULT),
                        new SagaCounters(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .describe();
        assertThat(description.subtopologies()).hasSize(2);
        assertThat(description.toString()).doesNotContain("repartition");
    }
}
