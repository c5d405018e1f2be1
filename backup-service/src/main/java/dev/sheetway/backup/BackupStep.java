package dev.sheetway.backup;

import dev.sheetway.backup.planner.Route;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepExecutor;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.GatewayException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the backup that stands before the first effect of a migration. Writes nothing to the spreadsheet itself.
 *
 * <p>Calls to Google, when nobody edits meanwhile: structure, cells, copy, cells of the copy; one more when an earlier
 * attempt may have made a copy; one more for an archive.
 */
final class BackupStep implements StepExecutor {
    private static final String NO_STORAGE = "storage-quota-exceeded";

    private final SnapshotReader snapshots;
    private final DriveBackup drive;
    private final ArchiveBackup archive;
    private final String source;
    private final InstantSource clock;

    /** @param source what stands behind the answers, {@code google} or {@code emulator} */
    BackupStep(SnapshotReader snapshots, DriveBackup drive, ArchiveBackup archive, String source, InstantSource clock) {
        this.snapshots = snapshots;
        this.drive = drive;
        this.archive = archive;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Set<CommandType> handles() {
        return EnumSet.of(CommandType.CREATE_BACKUP);
    }

    @Override
    public StepResult execute(Command command, Progress progress) {
        if (command instanceof Command.CreateBackup create) {
            return backup(new Order(create, progress));
        }
        throw new IllegalArgumentException(
                "command " + CommandType.of(command).wireName() + ": expected one of " + handles());
    }

    private StepResult backup(Order order) {
        Route route = Route.of(order.plan().backup());
        Snapshot original = snapshots.original(order);
        Optional<DriveBackup.Accepted> copy = route.copies() ? copy(order, original, route) : Optional.empty();
        Optional<ArchiveBackup.Kept> kept =
                route.archives() || copy.isEmpty() ? archive(order, original, route) : Optional.empty();
        return kept.isEmpty() && copy.isEmpty()
                ? result(Optional.of(drive.make(order, original)), kept)
                : result(copy, kept);
    }

    /** @return empty when the archive cannot be written and the plan is content with a copy */
    private Optional<ArchiveBackup.Kept> archive(Order order, Snapshot original, Route route) {
        try {
            return Optional.of(archive.make(order, original.workbook()));
        } catch (StepFailedException e) {
            if (route.enoughWithoutArchive() && e.failure().code().equals(ArchiveBackup.NOT_WRITTEN)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** @return empty when Drive has no room and the plan is content with an archive */
    private Optional<DriveBackup.Accepted> copy(Order order, Snapshot original, Route route) {
        try {
            return Optional.of(drive.make(order, original));
        } catch (GatewayException e) {
            if (!e.failure().code().equals(NO_STORAGE)) {
                throw e;
            }
            if (!route.enoughWithoutCopy()) {
                throw noStorage(order);
            }
            return Optional.empty();
        }
    }

    /** The copy is what later checks read where there is one. */
    private StepResult result(Optional<DriveBackup.Accepted> copy, Optional<ArchiveBackup.Kept> kept) {
        Snapshot held = copy.map(DriveBackup.Accepted::snapshot)
                .or(() -> kept.map(ArchiveBackup.Kept::snapshot))
                .orElseThrow();
        String name = copy.map(accepted -> accepted.file().name())
                .or(() -> kept.map(k -> String.valueOf(k.archive().file().getFileName())))
                .orElseThrow();
        return new StepResult.BackedUp(
                source,
                copy.map(accepted -> accepted.file().id().value()),
                kept.map(k -> k.archive().file().toString()),
                name,
                clock.instant(),
                held.image().cells(),
                held.tabDigests());
    }

    private static StepFailedException noStorage(Order order) {
        return new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                NO_STORAGE,
                "Drive has no room for a copy of spreadsheet \"" + order.spreadsheetId()
                        + "\", and the plan names no fallback: a service account has no storage of its own; nothing"
                        + " written; share a folder of a shared drive with this service's e-mail address (sheetway"
                        + " doctor --google shows it) and set sheetway.backup.folder-id or spec.backup.folderId to its"
                        + " id, or set spec.backup.fallback: archive; then resume"));
    }
}
