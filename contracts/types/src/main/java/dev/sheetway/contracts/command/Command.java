package dev.sheetway.contracts.command;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order to one participant, complete in itself: whoever executes it needs no other memory. */
public sealed interface Command {

    CommandHeader header();

    /** Who carries it out. */
    default Participant participant() {
        return CommandType.of(this).participant();
    }

    /** An order that is given while its migration is under way, or for the sake of one: the plan comes along. */
    sealed interface Planned extends Command {

        MigrationPlan plan();
    }

    /**
     * Preflight, then the lock of the spreadsheet.
     *
     * @param waiver the safeguard that whoever asked goes without
     * @param abandoned migrations that ended at this step, newest first: a copy of their command that was under way then
     *     may have taken the lock since, and nobody will give it back; it is taken over
     */
    record OpenMigration(
            CommandHeader header, MigrationPlan plan, Optional<Waiver> waiver, Optional<List<MigrationId>> abandoned)
            implements Planned {

        /** On a spreadsheet without such. */
        public OpenMigration(CommandHeader header, MigrationPlan plan, Optional<Waiver> waiver) {
            this(header, plan, waiver, Optional.empty());
        }

        /** With every safeguard. */
        public OpenMigration(CommandHeader header, MigrationPlan plan) {
            this(header, plan, Optional.empty());
        }
    }

    /** A verified copy of the spreadsheet. */
    record CreateBackup(CommandHeader header, MigrationPlan plan) implements Planned {}

    /** The plan's changes in one atomic batch. */
    record ExpandSchema(CommandHeader header, MigrationPlan plan, StepResult.BackedUp backup) implements Planned {}

    /**
     * The seven checks over every row.
     *
     * @param editsAccepted any number of people's edits since the backup passes
     */
    record VerifyMigration(
            CommandHeader header,
            MigrationPlan plan,
            StepResult.BackedUp backup,
            StepResult.Expanded expanded,
            Optional<EditsAccepted> editsAccepted)
            implements Planned {

        /** More than 1 % of edited cells is for a person. */
        public VerifyMigration(
                CommandHeader header, MigrationPlan plan, StepResult.BackedUp backup, StepResult.Expanded expanded) {
            this(header, plan, backup, expanded, Optional.empty());
        }
    }

    /** Initial values for real rows that appeared since. */
    record InitialiseValues(CommandHeader header, MigrationPlan plan, StepResult.Expanded expanded)
            implements Planned {}

    /**
     * The smoke suite of {@code version}; read-only.
     *
     * @param adopted names of columns that the plan adds and the sheet had already: no rollback takes them away
     */
    record RunSmoke(CommandHeader header, MigrationPlan plan, String version, Optional<List<String>> adopted)
            implements Planned {
        public RunSmoke {
            adopted = adopted.map(List::copyOf);
        }

        /** For a sheet that had none of the plan's columns. */
        public RunSmoke(CommandHeader header, MigrationPlan plan, String version) {
            this(header, plan, version, Optional.empty());
        }
    }

    /**
     * Audit rows, lock released, schema version recorded.
     *
     * @param version that the sheet has now: the plan's {@code to} after completion, {@code from} after a rollback
     * @param completedSteps what the audit rows of the read-only steps say, oldest first
     */
    record CloseMigration(CommandHeader header, MigrationPlan plan, String version, List<CompletedStep> completedSteps)
            implements Planned {
        public CloseMigration {
            completedSteps = List.copyOf(completedSteps);
        }
    }

    /**
     * Undo the expand step: occupy {@code forwardEffects}' slots, then archive and delete exactly our columns.
     *
     * @param forwardEffects every mutating effect that was ever commanded forward, newest first
     * @param expanded what expand reported; empty when it never answered (it may have written all the same)
     */
    record ContractSchema(
            CommandHeader header,
            MigrationPlan plan,
            List<EffectId> forwardEffects,
            Optional<StepResult.Expanded> expanded)
            implements Planned {
        public ContractSchema {
            forwardEffects = List.copyOf(forwardEffects);
        }
    }

    /**
     * Everything equals the backup apart from edits that people made since.
     *
     * @param editsAccepted as in {@link VerifyMigration}
     */
    record VerifyRollback(
            CommandHeader header, MigrationPlan plan, StepResult.BackedUp backup, Optional<EditsAccepted> editsAccepted)
            implements Planned {

        /** More than 1 % of edited cells is for a person. */
        public VerifyRollback(CommandHeader header, MigrationPlan plan, StepResult.BackedUp backup) {
            this(header, plan, backup, Optional.empty());
        }
    }

    /**
     * The whole spreadsheet as the backup has it; people's edits since are lost, as somebody asked for.
     *
     * @param otherEffects every other mutating effect ever commanded, newest first: their slots are occupied before
     */
    record RestoreBackup(
            CommandHeader header, MigrationPlan plan, List<EffectId> otherEffects, StepResult.BackedUp backup)
            implements Planned {
        public RestoreBackup {
            otherEffects = List.copyOf(otherEffects);
        }
    }

    /**
     * Adopt a sheet as it is: anchors and the plan's {@code to} version, no cell. The plan has no changes.
     *
     * @param waiver the safeguard that whoever asked goes without
     * @param abandoned as in {@link OpenMigration}
     */
    record BaselineSchema(
            CommandHeader header, MigrationPlan plan, Optional<Waiver> waiver, Optional<List<MigrationId>> abandoned)
            implements Planned {

        /** With every safeguard, on a spreadsheet without an abandoned lock. */
        public BaselineSchema(CommandHeader header, MigrationPlan plan) {
            this(header, plan, Optional.empty(), Optional.empty());
        }
    }

    /** What the plan would do, reading everything and writing nothing. */
    record PreviewMigration(CommandHeader header, MigrationPlan plan) implements Planned {}

    /**
     * The backups of a migration that can be rolled back no more, as its plan wants it. The only command without the plan:
     * it may be due years later, and whatever it needs stands here.
     *
     * @param notBefore what the plan says; a participant whose own clock is behind it removes nothing, because nothing
     *     brings back what a log's clock that ran ahead has removed
     * @param backups every one that the migration recorded, newest first
     */
    record RemoveBackup(CommandHeader header, Instant notBefore, List<KeptBackup> backups) implements Command {
        public RemoveBackup {
            backups = List.copyOf(backups);
        }
    }
}
