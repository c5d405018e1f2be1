package dev.sheetway.schema.executor;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.schema.planner.Limits;
import dev.sheetway.schema.planner.LivePermit;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.SheetWriter;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/** Executes the commands of the schema-service: read, plan, apply. */
public final class SchemaSteps implements StepExecutor {
    private final SheetWriter writer;
    private final String source;
    private final InstantSource clock;
    private final Limits limits;
    private final Supplier<LivePermit> permit;
    private final Memory memory = new Memory();

    /**
     * @param source {@code google} or {@code emulator}: stands in every result
     * @param permit asked at each open, because a probe may pass while the service runs
     */
    public SchemaSteps(
            SheetWriter writer, String source, InstantSource clock, Limits limits, Supplier<LivePermit> permit) {
        this.writer = writer;
        this.source = source;
        this.clock = clock;
        this.limits = limits;
        this.permit = permit;
    }

    @Override
    public Set<CommandType> handles() {
        return Set.of(
                CommandType.OPEN_MIGRATION,
                CommandType.EXPAND_SCHEMA,
                CommandType.INITIALISE_VALUES,
                CommandType.CONTRACT_SCHEMA,
                CommandType.CLOSE_MIGRATION,
                CommandType.PREVIEW_MIGRATION,
                CommandType.BASELINE_SCHEMA);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        if (command instanceof Command.Planned planned) {
            return execute(planned, progress);
        }
        throw notOurs(command);
    }

    private StepResult execute(Command.Planned command, Progress progress) {
        SheetWriter telling = new TellingWriter(writer, progress);
        Applier applier = new Applier(telling, memory);
        SnapshotReader snapshots = new SnapshotReader(telling, source, memory);
        ForwardSteps forward = new ForwardSteps(telling, snapshots, applier, memory);
        Task task = new Task(command.header(), command.plan(), clock.instant(), limits);
        return switch (command) {
            case Command.OpenMigration open -> forward.open(task, permit.get(), open);
            case Command.PreviewMigration preview -> forward.preview(task);
            case Command.ExpandSchema expand -> forward.expand(task, expand.backup());
            case Command.InitialiseValues initialise -> forward.initialise(task, initialise.expanded());
            case Command.ContractSchema contract ->
                new ContractStep(telling, snapshots, applier).execute(contract, task);
            case Command.CloseMigration close ->
                new CloseStep(telling, source, memory, applier).execute(close, task, progress);
            case Command.BaselineSchema baseline ->
                new BaselineStep(telling, source, applier).execute(task, permit.get(), baseline);
            case Command.CreateBackup c -> throw notOurs(c);
            case Command.VerifyMigration c -> throw notOurs(c);
            case Command.RunSmoke c -> throw notOurs(c);
            case Command.VerifyRollback c -> throw notOurs(c);
            case Command.RestoreBackup c -> throw notOurs(c);
        };
    }

    private static IllegalArgumentException notOurs(Command command) {
        return new IllegalArgumentException("command " + CommandType.of(command).wireName() + " is for participant "
                + command.participant().wireName() + ": expected one for schema");
    }
}
