package dev.sheetway.cli;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.check.SmokeReport;
import dev.sheetway.contracts.check.SmokeResult;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the journal of one migration, an entry every second, with offsets that have gaps. */
public final class Journals {
    public static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
    public static final MigrationPlan PLAN = PlanReader.readText("""
            apiVersion: sheetway.dev/v1
            kind: MigrationPlan
            metadata: { name: zeues, from: "2.1", to: "3.0" }
            spec:
              tab: Operaciones
              keyColumn: TAG_SPOOL
              changes:
                - addColumn: { name: version, type: integer, initial: 0 }
              smoke:
                "2.1": [ { name: no new column, header: "columns == 2" } ]
                "3.0": [ { name: one more column, header: "columns == 3" }, { name: never negative, rows: "row.version >= 0" } ]
            """, "test");

    private final List<Recorded> entries = new ArrayList<>();
    private final SpreadsheetId spreadsheet;
    private final MigrationPlan plan;
    private final String requestId;
    private final MigrationId id;
    private final String source;
    private final JournalEntry.Kind kind;

    public Journals(String spreadsheet, String source, JournalEntry.Kind kind) {
        this(spreadsheet, source, kind, "request-1", PLAN);
    }

    private Journals(String spreadsheet, String source, JournalEntry.Kind kind, String requestId, MigrationPlan plan) {
        this.plan = plan;
        this.spreadsheet = new SpreadsheetId(spreadsheet);
        this.requestId = requestId;
        this.id = MigrationId.of(this.spreadsheet, requestId);
        this.source = source;
        this.kind = kind;
    }

    public static Journals live(String spreadsheet, String source) {
        return new Journals(spreadsheet, source, JournalEntry.Kind.MIGRATION).accepted();
    }

    public MigrationView view() {
        return MigrationView.of(entries);
    }

    public List<Recorded> entries() {
        return List.copyOf(entries);
    }

    public MigrationId id() {
        return id;
    }

    public JournalHeader header(Optional<Step> step, Direction direction) {
        return new JournalHeader(
                id,
                spreadsheet,
                plan.name(),
                PlanJson.checksum(plan),
                step,
                direction,
                1,
                "STATE",
                BEGIN.plusSeconds(entries.size()));
    }

    public Journals add(JournalEntry entry) {
        Recorded.Place place = new Recorded.Place("sheetway.journal", 4, entries.size() * 3L + 100);
        entries.add(new Recorded(entry, place));
        return this;
    }

    public Journals accepted() {
        return add(new JournalEntry.MigrationAccepted(
                header(Optional.empty(), Direction.FORWARD), requestId, "ana", kind, false, plan));
    }

    private CommandId command(Step step, Direction direction) {
        return CommandId.of(new EffectId(id, step, direction, 1), 1);
    }

    public Journals commanded(Step step, Direction direction) {
        return add(new JournalEntry.StepCommanded(
                header(Optional.of(step), direction),
                command(step, direction),
                CommandType.OPEN_MIGRATION,
                1,
                BEGIN.plusSeconds(600)));
    }

    public Journals step(Step step, Direction direction, StepResult result) {
        return step(step, direction, result, Optional.empty());
    }

    private Journals step(Step step, Direction direction, StepResult result, Optional<Calls> calls) {
        return commanded(step, direction)
                .add(new JournalEntry.StepCompleted(
                        header(Optional.of(step), direction),
                        command(step, direction),
                        result.summary(),
                        result,
                        calls));
    }

    public Journals failed(Step step, Failure failure, Optional<StepResult> evidence) {
        return failed(step, failure, evidence, Optional.empty());
    }

    public Journals failed(Step step, Failure failure, Optional<StepResult> evidence, Optional<Calls> calls) {
        return add(new JournalEntry.StepFailed(
                header(Optional.of(step), Direction.FORWARD),
                command(step, Direction.FORWARD),
                failure,
                evidence,
                calls));
    }

    public Journals opened() {
        return opened(Optional.empty());
    }

    public Journals opened(Optional<Calls> calls) {
        return step(
                Step.OPEN,
                Direction.FORWARD,
                new StepResult.Opened(source, "Spools", 0, 10, 2, List.of("TAG_SPOOL", "<b>Armador"), 5, false),
                calls);
    }

    public Journals backedUp() {
        return step(
                Step.BACKUP,
                Direction.FORWARD,
                new StepResult.BackedUp(
                        source, Optional.of("copy"), Optional.empty(), "Spools_v2.1", BEGIN, 20, List.of()));
    }

    public Journals windowClosed() {
        return add(new JournalEntry.RollbackWindowClosed(header(Optional.empty(), Direction.FORWARD)));
    }

    public Journals backupsRemoved() {
        return backupsRemoved(List.of("spreadsheet copy"), List.of());
    }

    public Journals backupsRemoved(List<String> removed, List<String> gone) {
        return step(Step.REMOVE_BACKUP, Direction.FORWARD, new StepResult.Removed(source, removed, gone));
    }

    public Journals expanded() {
        return step(
                Step.EXPAND,
                Direction.FORWARD,
                new StepResult.Expanded(
                        source, 0, 2, 3, List.of(new StepResult.PlacedColumn("version", 2, 77, false)), 5));
    }

    public static CheckReport checks(boolean initialValues) {
        List<Check> checks = new ArrayList<>();
        for (String name : List.of("column_count", "new_headers", "existing_data_intact", "column_mapping")) {
            checks.add(new Check(name, true, "same", "same", List.of(), 0));
        }
        checks.add(new Check(
                "initial_values",
                initialValues,
                "5 rows",
                initialValues ? "5 rows" : "4 rows",
                initialValues ? List.of() : List.of(new Difference(7, "version", "not-a-number")),
                initialValues ? 0 : 1));
        return new CheckReport(checks);
    }

    public Journals verified() {
        return step(Step.VERIFY, Direction.FORWARD, new StepResult.Verified(source, checks(true)));
    }

    public Journals completed() {
        return step(Step.INITIALISE, Direction.FORWARD, new StepResult.Initialised(source, 0))
                .step(
                        Step.SMOKE,
                        Direction.FORWARD,
                        new StepResult.SmokeRan(
                                source,
                                new SmokeReport(
                                        "3.0",
                                        List.of(
                                                new SmokeResult("one more column", true, "", 3),
                                                new SmokeResult("never negative", true, "", 4)))))
                .step(Step.CLOSE, Direction.FORWARD, new StepResult.Closed(source, "3.0"))
                .add(new JournalEntry.MigrationCompleted(
                        header(Optional.empty(), Direction.FORWARD), false, BEGIN.plusSeconds(604800)));
    }

    public Journals verificationFailed() {
        return commanded(Step.VERIFY, Direction.FORWARD)
                .failed(
                        Step.VERIFY,
                        Failure.of(FailureClass.FAILED, "checks-failed", "1 of 5 checks failed"),
                        Optional.of(new StepResult.Verified(source, checks(false))));
    }

    public Journals rollbackStarted(Optional<String> requestId) {
        return add(new JournalEntry.RollbackStarted(
                header(Optional.empty(), Direction.ROLLBACK), requestId, "step verify failed"));
    }

    public Journals rolledBack() {
        return step(
                        Step.EXPAND,
                        Direction.ROLLBACK,
                        new StepResult.Contracted(source, List.of("version"), Optional.of("archive"), 2))
                .step(Step.VERIFY, Direction.ROLLBACK, new StepResult.RollbackVerified(source, checks(true)))
                .step(
                        Step.SMOKE,
                        Direction.ROLLBACK,
                        new StepResult.SmokeRan(
                                source, new SmokeReport("2.1", List.of(new SmokeResult("no new column", true, "", 1)))))
                .step(Step.CLOSE, Direction.ROLLBACK, new StepResult.Closed(source, "2.1"))
                .ended();
    }

    /** The last entry of a rollback. */
    public Journals ended() {
        return add(new JournalEntry.MigrationRolledBack(
                header(Optional.empty(), Direction.ROLLBACK), "step verify failed"));
    }

    /** Somebody had the whole spreadsheet restored from the backup. */
    public Journals restored() {
        return step(Step.BACKUP, Direction.ROLLBACK, new StepResult.Restored(source, "Spools_v2.1", 20))
                .step(Step.VERIFY, Direction.ROLLBACK, new StepResult.RollbackVerified(source, checks(true)))
                .step(Step.CLOSE, Direction.ROLLBACK, new StepResult.Closed(source, "2.1"))
                .add(new JournalEntry.RestoreCompleted(header(Optional.empty(), Direction.ROLLBACK), "as asked"));
    }

    public static Journals complete(String spreadsheet, String source) {
        return live(spreadsheet, source)
                .opened()
                .backedUp()
                .expanded()
                .verified()
                .completed();
    }

    public static Journals rolledBackByItself(String spreadsheet, String source) {
        return rolledBackByItself(spreadsheet, source, "request-1", PLAN);
    }

    public static Journals rolledBackByItself(String spreadsheet, String source, String requestId, MigrationPlan plan) {
        return new Journals(spreadsheet, source, JournalEntry.Kind.MIGRATION, requestId, plan)
                .accepted()
                .opened()
                .backedUp()
                .expanded()
                .verificationFailed()
                .rollbackStarted(Optional.empty())
                .rolledBack();
    }
}
