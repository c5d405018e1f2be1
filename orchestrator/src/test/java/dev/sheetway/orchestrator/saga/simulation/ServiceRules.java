package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.orchestrator.saga.simulation.ModelledSheet.Batch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the services write, and in which order they do it; each method is a rule that a mutant breaks. */
class ServiceRules {
    /** The slot of an effect: every attempt takes the same. */
    String slot(Command command) {
        return slot(command.header().effectId());
    }

    String slot(EffectId effect) {
        return effect.toString();
    }

    /** What goes first into every mutating batch. */
    List<Change> marks(Command command) {
        EffectId effect = command.header().effectId();
        return List.of(new Change.TakeSlot(slot(command), effect), new Change.WriteRecord(effect));
    }

    /** Effects whose slots are taken before the command's own batch is planned. */
    List<EffectId> fenced(Command command) {
        return switch (command) {
            case Command.ContractSchema contract -> contract.forwardEffects();
            case Command.RestoreBackup restore -> restore.otherEffects();
            case Command.CloseMigration close
            when close.header().direction() == Direction.ROLLBACK ->
                List.of(new EffectId(close.header().migrationId(), Step.OPEN, Direction.FORWARD, 1));
            case Command other -> List.of();
        };
    }

    /** @param seen the sheet as it was read; empty for a command that only reads */
    Optional<Batch> batch(Command command, ModelledSheet seen, List<Column> backup) {
        MigrationId id = command.header().migrationId();
        return switch (command) {
            case Command.OpenMigration open -> Optional.of(batch(command, lock(open, seen)));
            case Command.ExpandSchema expand -> Optional.of(batch(command, expand(id, seen)));
            case Command.InitialiseValues initialise -> Optional.of(batch(command, List.of(new Change.FillBlanks(id))));
            case Command.ContractSchema contract -> Optional.of(batch(command, contract(id, seen)));
            case Command.RestoreBackup restore ->
                Optional.of(batch(
                        command, List.of(new Change.PutBack(command.header().effectId(), backup))));
            case Command.CloseMigration close ->
                Optional.of(batch(command, close(id, close.header().direction())));
            case Command.BaselineSchema baseline -> Optional.of(batch(command, List.of(new Change.RecordVersion(id))));
            case Command.CreateBackup reads -> Optional.empty();
            case Command.RemoveBackup leavesTheSheetAlone -> Optional.empty();
            case Command.VerifyMigration reads -> Optional.empty();
            case Command.RunSmoke reads -> Optional.empty();
            case Command.VerifyRollback reads -> Optional.empty();
            case Command.PreviewMigration reads -> Optional.empty();
        };
    }

    private Batch batch(Command command, List<Change> changes) {
        List<Change> all = new ArrayList<>(marks(command));
        all.addAll(changes);
        return new Batch(command.header().effectId(), all);
    }

    private List<Change> lock(Command.OpenMigration open, ModelledSheet seen) {
        List<Change> changes = new ArrayList<>();
        seen.lock()
                .filter(holder -> takesOver(open, holder))
                .ifPresent(holder -> changes.add(new Change.Unlock(holder)));
        changes.addAll(lock(open.header().migrationId()));
        return changes;
    }

    /** A lock that nobody will give back. */
    boolean takesOver(Command.OpenMigration open, MigrationId holder) {
        return open.abandoned().map(ids -> ids.contains(holder)).orElse(false);
    }

    List<Change> lock(MigrationId id) {
        return List.of(new Change.Lock(id));
    }

    List<Change> expand(MigrationId id, ModelledSheet seen) {
        return List.of(new Change.InsertColumns(id, seen.columns().size()));
    }

    List<Change> contract(MigrationId id, ModelledSheet seen) {
        return List.of(new Change.ArchiveColumns(id), new Change.DeleteColumns(id));
    }

    List<Change> close(MigrationId id, Direction direction) {
        return List.of(
                direction == Direction.FORWARD ? new Change.RecordVersion(id) : new Change.ForgetVersion(id),
                new Change.Unlock(id));
    }

    /** A log's clock that runs ahead must not take backups with it. */
    boolean mayRemove(Command.RemoveBackup command, Instant now) {
        return !now.isBefore(command.notBefore());
    }

    /** Whether the offset is committed before the answer is sent. */
    boolean acksFirst() {
        return false;
    }
}
