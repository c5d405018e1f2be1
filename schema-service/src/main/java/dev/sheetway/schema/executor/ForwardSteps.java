package dev.sheetway.schema.executor;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.Command.OpenMigration;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Initialised;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.event.StepResult.Previewed;
import dev.sheetway.contracts.plan.Expectation;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.ExpandPlanner;
import dev.sheetway.schema.planner.HeaderRow;
import dev.sheetway.schema.planner.InitialisePlanner;
import dev.sheetway.schema.planner.LivePermit;
import dev.sheetway.schema.planner.OpenPlanner;
import dev.sheetway.schema.planner.Planned;
import dev.sheetway.schema.planner.PreviewPlanner;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.SheetReader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Open, preview, expand and initialise: read once, plan, write at most once. */
final class ForwardSteps {
    private final SnapshotReader snapshots;
    private final Applier applier;
    private final Memory memory;
    private final ChangeReads changes;
    private final WrittenCheck written;
    private final RiskReads risks;

    ForwardSteps(SheetReader reader, SnapshotReader snapshots, Applier applier, Memory memory) {
        this.changes = new ChangeReads(reader);
        this.written = new WrittenCheck(reader);
        this.risks = new RiskReads(reader);
        this.snapshots = snapshots;
        this.applier = applier;
        this.memory = memory;
    }

    Opened open(Task task, LivePermit permit, OpenMigration command) {
        List<MigrationId> abandoned = command.abandoned().orElse(List.of());
        Planned<Opened> planned = permit.on(OpenPlanner.plan(firstSight(task), task, abandoned), command.waiver());
        return applier.carryOut(task.header(), planned, Opened.class);
    }

    Previewed preview(Task task) {
        SheetSnapshot sheet = firstSight(task);
        Previewed previewed = applier.carryOut(task.header(), PreviewPlanner.plan(sheet, task), Previewed.class);
        return previewed.noop() ? previewed : previewed.warning(risks.read(sheet, task.plan()));
    }

    /** Answers a second delivery from the record, wherever the columns stand by then. */
    Expanded expand(Task task, BackedUp backup) {
        CommandHeader header = task.header();
        OptionalInt key = or(memory.keyColumn(header.spreadsheetId(), task.plan()), backedUpKey(task.plan(), backup));
        SheetSnapshot sheet = snapshots.read(task, Wish.rows(key, Wish.Audit.LAST_ROW));
        Optional<String> earlier = sheet.marks().record(header.effectId());
        Expanded expanded = earlier.isPresent()
                ? Details.decode(earlier.get(), Expanded.class)
                : applier.carryOut(header, plannedExpand(task, sheet), Expanded.class);
        written.check(task, expanded);
        return expanded;
    }

    private Planned<Expanded> plannedExpand(Task task, SheetSnapshot sheet) {
        SheetSnapshot complete = changes.complete(sheet, task.plan());
        // the reads between may take minutes; what a batch addresses must not be that old
        if (ChangeReads.needs(task.plan())
                && !sheet.isLaidOutAs(snapshots.read(task, Wish.header(Wish.Audit.NOTHING)))) {
            throw new StepFailedException(Failure.of(
                    FailureClass.RETRYABLE,
                    "edited-while-reading",
                    "somebody moved, renamed, inserted or deleted columns or rows of tab \""
                            + task.plan().tab() + "\" of spreadsheet \""
                            + task.header().spreadsheetId() + "\" while it was read: expected one layout from"
                            + " beginning to end; nothing written; it is tried again by itself"));
        }
        return ExpandPlanner.plan(complete, task);
    }

    Initialised initialise(Task task, Expanded expanded) {
        CommandHeader header = task.header();
        OptionalInt key = memory.keyColumn(header.spreadsheetId(), task.plan());
        SheetSnapshot sheet = snapshots.read(task, Wish.initialised(key, expanded));
        Optional<String> earlier = sheet.marks().record(header.effectId());
        return earlier.isPresent()
                ? Details.decode(earlier.get(), Initialised.class)
                : applier.carryOut(header, InitialisePlanner.plan(sheet, task, expanded), Initialised.class);
    }

    private SheetSnapshot firstSight(Task task) {
        CommandHeader header = task.header();
        OptionalInt key = or(memory.keyColumn(header.spreadsheetId(), task.plan()), expectedKey(task.plan()));
        SheetSnapshot sheet = UnknownSpreadsheet.refused(
                header.spreadsheetId(), () -> snapshots.read(task, Wish.rows(key, Wish.Audit.LAST_ROW)));
        SchemaLog.protectedAreas(header, sheet.tab());
        return changes.complete(sheet, task.plan());
    }

    private static OptionalInt expectedKey(MigrationPlan plan) {
        return plan.expect()
                .map(Expectation::headers)
                .map(HeaderRow::new)
                .flatMap(header -> plan.keyColumn().map(header::position))
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt backedUpKey(MigrationPlan plan, BackedUp backup) {
        return backup.tabDigests().stream()
                .filter(column -> plan.keyColumn()
                        .filter(key -> HeaderName.same(key, column.header()))
                        .isPresent())
                .mapToInt(ColumnDigest::columnIndex)
                .findFirst();
    }

    private static OptionalInt or(OptionalInt one, OptionalInt other) {
        return one.isPresent() ? one : other;
    }
}
