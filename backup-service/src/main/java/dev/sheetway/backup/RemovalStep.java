package dev.sheetway.backup;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.GatewayException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Removes the backups of a migration whose plan keeps them no longer. Never touches the spreadsheet itself.
 *
 * <p>Each copy and each archive is looked at first, and goes only when it says itself that it is a backup of this
 * migration. Whatever can half-happen is repaired by the next attempt: what is gone counts as removed, where
 * something proves that this service would see it. What cannot be
 * removed stays, the others go all the same, and the failure tells which went.
 *
 * <p>Calls to Google: two for each copy, up to three where it is gone.
 */
final class RemovalStep implements StepExecutor {
    /** A backup writes nothing to the spreadsheet, so nothing ever fences it. */
    private static final int ONLY_EPOCH = 1;

    private final TrashedCopies copies;
    private final DeletedArchives archives;
    private final String source;
    private final InstantSource clock;

    /** @param source what stands behind the answers, {@code google} or {@code emulator} */
    RemovalStep(TrashedCopies copies, DeletedArchives archives, String source, InstantSource clock) {
        this.copies = copies;
        this.archives = archives;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Set<CommandType> handles() {
        return EnumSet.of(CommandType.REMOVE_BACKUP);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        if (command instanceof Command.RemoveBackup removal) {
            requireDue(removal);
            return remove(removal, progress);
        }
        throw new IllegalArgumentException(
                "command " + CommandType.of(command).wireName() + ": expected one of " + handles());
    }

    private void requireDue(Command.RemoveBackup command) {
        Instant now = clock.instant();
        if (now.isBefore(command.notBefore())) {
            throw new StepFailedException(new Failure(
                    FailureClass.RETRYABLE,
                    "too-early",
                    "the backups of migration \"" + command.header().migrationId() + "\" are kept until "
                            + command.notBefore() + ", and it is " + now
                            + " by this service's clock: nothing removed; compare the clocks of this machine and of the"
                            + " broker",
                    Optional.of(Duration.between(now, command.notBefore()))));
        }
    }

    private StepResult remove(Command.RemoveBackup command, Progress progress) {
        Removal removal = new Removal(command.header());
        SpreadsheetId original = command.header().spreadsheetId();
        int done = 0;
        for (KeptBackup backup : command.backups()) {
            progress.report("removing backups", done, command.backups().size(), "backups");
            backup.backupSpreadsheetId()
                    .ifPresent(id -> removal.tried(
                            "spreadsheet " + id,
                            () -> copies.remove(new SpreadsheetId(id), backup, original, removal.effect())));
            backup.archive()
                    .ifPresent(file -> removal.tried(
                            "archive " + file, () -> archives.remove(Path.of(file), original, removal.effect())));
            done++;
        }
        return removal.result(source);
    }

    /** Whether it was there. */
    enum Found {
        REMOVED,
        GONE
    }

    /** One place after the other; a failure is told at the end. */
    private static final class Removal {
        private final CommandHeader header;
        private final List<String> removed = new ArrayList<>();
        private final List<String> gone = new ArrayList<>();
        private Optional<Failure> failure = Optional.empty();

        Removal(CommandHeader header) {
            this.header = header;
        }

        /** Of the step that made the backups. */
        String effect() {
            return new EffectId(header.migrationId(), Step.BACKUP, Direction.FORWARD, ONLY_EPOCH).toString();
        }

        void tried(String place, Supplier<Found> attempt) {
            try {
                (attempt.get() == Found.REMOVED ? removed : gone).add(place);
            } catch (StepFailedException e) {
                failed(e.failure());
            } catch (GatewayException e) {
                failed(e.failure());
            }
        }

        /** One that another attempt may overcome wins: nobody tries again after the others. */
        private void failed(Failure next) {
            boolean isFinal = failure.map(before -> before.failureClass() == FailureClass.FAILED)
                    .orElse(true);
            if (isFinal && (failure.isEmpty() || next.failureClass() != FailureClass.FAILED)) {
                failure = Optional.of(next);
            }
        }

        StepResult result(String source) {
            StepResult result = new StepResult.Removed(source, removed, gone);
            if (failure.isPresent()) {
                throw new StepFailedException(failure.get(), result);
            }
            return result;
        }
    }
}
