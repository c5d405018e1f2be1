package dev.sheetway.schema.executor;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Initialised;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.plan.Expectation;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.schema.planner.ExpandPlanner;
import dev.sheetway.schema.planner.HeaderRow;
import dev.sheetway.schema.planner.InitialisePlanner;
import dev.sheetway.schema.planner.Limits;
import dev.sheetway.schema.planner.OpenPlanner;
import dev.sheetway.schema.planner.PreviewPlanner;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.SheetWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Executes the commands of the schema-service: read, plan, apply. */
public final class SchemaSteps implements StepExecutor {
    private final InstantSource clock;
    private final Limits limits;
    private final Memory memory = new Memory();
    private final SnapshotReader snapshots;
    private final Applier applier;
    private final ContractStep contract;
    private final CloseStep close;

    /** @param source {@code google} or {@code emulator}: stands in every result */
    public SchemaSteps(SheetWriter writer, String source, InstantSource clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
        this.snapshots = new SnapshotReader(writer, source, memory);
        this.applier = new Applier(writer);
        this.contract = new ContractStep(writer, snapshots, applier);
        this.close = new CloseStep(writer, source, memory, applier);
    }

    @Override
    public Set<CommandType> handles() {
        return Set.of(
                CommandType.OPEN_MIGRATION,
                CommandType.EXPAND_SCHEMA,
                CommandType.INITIALISE_VALUES,
                CommandType.CONTRACT_SCHEMA,
                CommandType.CLOSE_MIGRATION,
                CommandType.PREVIEW_MIGRATION);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        Task task = new Task(command.header(), command.plan(), clock.instant(), limits);
        return switch (command) {
            case Command.OpenMigration open -> open(task);
            case Command.PreviewMigration preview -> preview(task);
            case Command.ExpandSchema expand -> expand(task, expand.backup());
            case Command.InitialiseValues initialise -> initialise(task, initialise.expanded());
            case Command.ContractSchema contracting -> contract.execute(contracting, task);
            case Command.CloseMigration closing -> close.execute(closing, task, progress);
            case Command.CreateBackup c -> throw notOurs(c);
            case Command.VerifyMigration c -> throw notOurs(c);
            case Command.RunSmoke c -> throw notOurs(c);
            case Command.VerifyRollback c -> throw notOurs(c);
        };
    }

    private Opened open(Task task) {
        SheetSnapshot sheet = firstSight(task);
        SchemaLog.protectedAreas(task.header(), sheet.tab());
        return applier.carryOut(task.header(), OpenPlanner.plan(sheet, task), Opened.class);
    }

    private StepResult.Previewed preview(Task task) {
        SheetSnapshot sheet = firstSight(task);
        SchemaLog.protectedAreas(task.header(), sheet.tab());
        return applier.carryOut(task.header(), PreviewPlanner.plan(sheet, task), StepResult.Previewed.class);
    }

    private SheetSnapshot firstSight(Task task) {
        CommandHeader header = task.header();
        OptionalInt key = or(memory.keyColumn(header.spreadsheetId(), task.plan()), expectedKey(task.plan()));
        return UnknownSpreadsheet.refused(
                header.spreadsheetId(),
                () -> snapshots.read(header.spreadsheetId(), task.plan(), Wish.rows(key, Wish.Audit.EXISTENCE)));
    }

    private Expanded expand(Task task, BackedUp backup) {
        CommandHeader header = task.header();
        OptionalInt key = or(memory.keyColumn(header.spreadsheetId(), task.plan()), backedUpKey(task.plan(), backup));
        SheetSnapshot sheet = snapshots.read(header.spreadsheetId(), task.plan(), Wish.rows(key, Wish.Audit.LAST_ROW));
        Optional<String> earlier = sheet.marks().record(header.effectId());
        return earlier.isPresent()
                ? Details.decode(earlier.get(), Expanded.class)
                : applier.carryOut(header, ExpandPlanner.plan(sheet, task), Expanded.class);
    }

    private Initialised initialise(Task task, Expanded expanded) {
        CommandHeader header = task.header();
        OptionalInt key = memory.keyColumn(header.spreadsheetId(), task.plan());
        SheetSnapshot sheet = snapshots.read(header.spreadsheetId(), task.plan(), Wish.initialised(key, expanded));
        Optional<String> earlier = sheet.marks().record(header.effectId());
        return earlier.isPresent()
                ? Details.decode(earlier.get(), Initialised.class)
                : applier.carryOut(header, InitialisePlanner.plan(sheet, task, expanded), Initialised.class);
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
                        .filter(key -> dev.sheetway.contracts.HeaderName.same(key, column.header()))
                        .isPresent())
                .mapToInt(ColumnDigest::columnIndex)
                .findFirst();
    }

    private static OptionalInt or(OptionalInt one, OptionalInt other) {
        return one.isPresent() ? one : other;
    }

    private static IllegalArgumentException notOurs(Command command) {
        return new IllegalArgumentException("command " + CommandType.of(command).wireName() + " is for participant "
                + command.participant().wireName() + ": expected one for schema");
    }
}
