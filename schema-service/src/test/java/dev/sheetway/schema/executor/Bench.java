package dev.sheetway.schema.executor;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Closed;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Initialised;
import dev.sheetway.contracts.event.StepResult.Opened;
import dev.sheetway.contracts.event.StepResult.Previewed;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.Progress;
import dev.sheetway.schema.planner.Limits;
import dev.sheetway.schema.planner.LivePermit;
import dev.sheetway.workspace.SheetWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One migration of one spreadsheet, command by command, as the orchestrator would send them. */
final class Bench {
    static final Instant NOW = Instant.parse("2026-01-26T23:30:00Z");

    private final SpreadsheetId spreadsheet;
    private final MigrationPlan plan;
    private final MigrationId migration;
    private final SchemaSteps steps;
    int attempt = 1;
    String checksum = "sha256:0";

    Bench(SheetWriter writer, SpreadsheetId spreadsheet, MigrationPlan plan, String request) {
        this(
                new SchemaSteps(writer, "emulator", InstantSource.fixed(NOW), Limits.GOOGLE, LivePermit.NotNeeded::new),
                spreadsheet,
                plan,
                request);
    }

    Bench(SchemaSteps steps, SpreadsheetId spreadsheet, MigrationPlan plan, String request) {
        this.steps = steps;
        this.spreadsheet = spreadsheet;
        this.plan = plan;
        this.migration = MigrationId.of(spreadsheet, request);
    }

    MigrationId migration() {
        return migration;
    }

    Opened open() {
        return (Opened) run(new Command.OpenMigration(header(Step.OPEN, Direction.FORWARD), plan));
    }

    Expanded expand() {
        BackedUp backup = new BackedUp("emulator", Optional.of("copy"), Optional.empty(), "copy", NOW, 0, List.of());
        return (Expanded) run(new Command.ExpandSchema(header(Step.EXPAND, Direction.FORWARD), plan, backup));
    }

    Initialised initialise(Expanded expanded) {
        return (Initialised)
                run(new Command.InitialiseValues(header(Step.INITIALISE, Direction.FORWARD), plan, expanded));
    }

    Contracted contract() {
        return (Contracted) run(new Command.ContractSchema(
                header(Step.EXPAND, Direction.ROLLBACK),
                plan,
                List.of(effect(Step.INITIALISE), effect(Step.EXPAND), effect(Step.OPEN)),
                Optional.empty()));
    }

    Closed close(Direction direction, CompletedStep... completed) {
        return (Closed) run(new Command.CloseMigration(
                header(Step.CLOSE, direction),
                plan,
                direction == Direction.FORWARD ? plan.to() : plan.from(),
                List.of(completed)));
    }

    Previewed preview() {
        return (Previewed) run(new Command.PreviewMigration(header(Step.OPEN, Direction.FORWARD), plan));
    }

    StepResult run(Command command) {
        return steps.execute(command, new FirstDelivery());
    }

    CommandHeader header(Step step, Direction direction) {
        return new CommandHeader(migration, spreadsheet, step, direction, 1, attempt, checksum);
    }

    private EffectId effect(Step step) {
        return header(step, Direction.FORWARD).effectId();
    }

    /** The participant's promise that nobody executed the command before. */
    private static final class FirstDelivery implements Progress {
        @Override
        public void report(String activity, long done, long total, String unit) {}

        @Override
        public boolean mayHaveRunBefore() {
            return false;
        }
    }
}
