package dev.sheetway.backup;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.SheetWriter;
import dev.sheetway.workspace.SlotState;
import dev.sheetway.workspace.restore.Backup;
import dev.sheetway.workspace.restore.Restoration;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the spreadsheet back to what its backup holds.
 *
 * <p>Phases: the slots of every other effect of the migration are occupied, so that none of them can land any more; then
 * {@link Restoration}, which says what can half-happen and how the next attempt goes on.
 */
final class RestoreStep implements StepExecutor {
    private static final Set<String> COPY_IS_GONE = Set.of("not-found", "permission-denied");

    private final SheetWriter writer;
    private final Kept kept;
    private final String source;
    private final Restoration.Portion portion;

    /** @param source what stands behind the answers, {@code google} or {@code emulator} */
    RestoreStep(SheetWriter writer, Kept kept, String source, Restoration.Portion portion) {
        this.writer = writer;
        this.kept = kept;
        this.source = source;
        this.portion = portion;
    }

    @Override
    public Set<CommandType> handles() {
        return EnumSet.of(CommandType.RESTORE_BACKUP);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        if (command instanceof Command.RestoreBackup restore) {
            return restore(restore, progress);
        }
        throw new IllegalArgumentException(
                "command " + CommandType.of(command).wireName() + ": expected one of " + handles());
    }

    private StepResult restore(Command.RestoreBackup command, Progress progress) {
        SpreadsheetId id = command.header().spreadsheetId();
        progress.report("occupying slots", 0, command.otherEffects().size(), "slots");
        occupy(id, command.otherEffects());
        progress.report("opening the backup", 0, 1, "backups");
        Backup backup = open(command, progress);
        Order order = new Order(command, progress);
        Restoration.Result result = new Restoration(writer, id, backup, progress::report, portion)
                .run(command.header().effectId(), () -> kept.keep(order));
        return new StepResult.Restored(
                source,
                command.backup().name(),
                result.cells(),
                Optional.of(new StepResult.Rewritten(result.changed(), result.before(), result.unlike())));
    }

    /** A rollback writes in rounds, each under the next epoch and none before the one before it has its record. */
    private void occupy(SpreadsheetId id, List<EffectId> effects) {
        if (effects.isEmpty()) {
            return;
        }
        List<EffectId> later = writer.occupy(id, effects).stream()
                .filter(SlotState.Applied.class::isInstance)
                .map(SlotState::effect)
                .filter(effect -> effect.direction() == Direction.ROLLBACK)
                .map(effect ->
                        new EffectId(effect.migrationId(), effect.step(), effect.direction(), effect.epoch() + 1))
                .toList();
        occupy(id, later);
    }

    /** The copy where there is one that can be read and is as it was, else the archive. */
    private Backup open(Command.RestoreBackup command, Progress progress) {
        StepResult.BackedUp backup = command.backup();
        SpreadsheetId id = command.header().spreadsheetId();
        if (backup.backupSpreadsheetId().isPresent()) {
            SpreadsheetId copy = new SpreadsheetId(backup.backupSpreadsheetId().get());
            try {
                Backup opened = Backup.copy(writer, copy);
                progress.report("comparing the backup with its record", 0, 1, "backups");
                if (new CopyProof(writer, copy, command.plan()).isOf(backup.tabDigests())) {
                    return opened;
                }
                if (backup.archive().isEmpty()) {
                    throw changed(command, copy);
                }
            } catch (GatewayException e) {
                if (!COPY_IS_GONE.contains(e.failure().code())) {
                    throw e;
                }
                if (backup.archive().isEmpty()) {
                    throw gone(backup, id, e.failure().message());
                }
            }
        }
        Path file = Path.of(
                backup.archive().orElseThrow(() -> gone(backup, id, "it has neither a Drive copy nor an archive")));
        Backup.Archived archive = Backup.archive(file);
        if (!archive.header().spreadsheetId().equals(id)) {
            throw gone(
                    backup,
                    id,
                    "archive \"" + file + "\" is one of spreadsheet \""
                            + archive.header().spreadsheetId() + "\"");
        }
        return archive;
    }

    private static StepFailedException changed(Command.RestoreBackup command, SpreadsheetId copy) {
        return new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                "backup-changed",
                "backup \"" + command.backup().name() + "\" of spreadsheet \""
                        + command.header().spreadsheetId() + "\", spreadsheet \"" + copy
                        + "\", is not what was proven when it was made: expected the cells of tab \""
                        + command.plan().tab()
                        + "\" as recorded, somebody edited them; this attempt wrote nothing; take"
                        + " those edits back with the version history of the copy, then resume"));
    }

    private static StepFailedException gone(StepResult.BackedUp backup, SpreadsheetId id, String why) {
        return new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                "backup-unreadable",
                "backup \"" + backup.name() + "\" of spreadsheet \"" + id + "\" cannot be read: " + why
                        + "; this attempt wrote nothing; bring it back to where it was, out of the trash or shared with"
                        + " the backup-service's account, then resume"));
    }
}
