package dev.sheetway.backup;

import dev.sheetway.backup.RemovalStep.Found;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.BackupDrive.DriveEntry;
import dev.sheetway.workspace.GatewayException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts copies into Drive's trash, and nothing else. */
final class TrashedCopies {
    /** Drive's modification time lags by minutes, and its clock is not ours. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final BackupDrive drive;
    private final Optional<String> folder;

    /** @param folder where copies go; empty: beside their originals */
    TrashedCopies(BackupDrive drive, Optional<String> folder) {
        this.drive = drive;
        this.folder = folder;
    }

    /**
     * @param original that it is a copy of
     * @param effect that made the copy, as it says itself
     */
    Found remove(SpreadsheetId id, KeptBackup backup, SpreadsheetId original, String effect) {
        Optional<DriveEntry> found = drive.look(id);
        if (found.isEmpty()) {
            requireVisible(id, original);
            return Found.GONE;
        }
        if (found.get().trashed()) {
            return Found.GONE;
        }
        requireOurs(found.get(), effect);
        requireUntouched(found.get(), backup);
        try {
            drive.trash(id);
        } catch (GatewayException e) {
            throw e.failure().code().equals("permission-denied") ? notOurs(id, e.failure()) : e;
        }
        return Found.REMOVED;
    }

    /** Drive tells what it hides as it tells what is gone: whoever sees the places around it would see it, too. */
    private void requireVisible(SpreadsheetId id, SpreadsheetId original) {
        Stream.concat(Stream.of(original), folder.map(SpreadsheetId::new).stream())
                .filter(each -> drive.look(each).isEmpty())
                .findFirst()
                .ifPresent(hidden -> {
                    throw waits(
                            "backup-not-visible",
                            id,
                            "Drive shows neither it nor " + (hidden.equals(original) ? "its original " : "the folder ")
                                    + "\"" + hidden
                                    + "\" to this service's account, which may have lost its access; share"
                                    + " them with it, or remove the copy yourself; it is tried again");
                });
    }

    private static void requireOurs(DriveEntry entry, String effect) {
        @Nullable String found = entry.appProperties().get(DriveBackup.EFFECT);
        if (found == null) {
            throw waits(
                    "backup-not-marked",
                    entry.file().id(),
                    "it has no property " + DriveBackup.EFFECT + " that this service can see: expected \"" + effect
                            + "\"; only the OAuth client that made a copy sees its properties: run the service with that"
                            + " client's credentials, or remove the copy yourself; it is tried again");
        }
        if (!found.equals(effect)) {
            throw failed(
                    "not-the-backup",
                    entry,
                    "its property " + DriveBackup.EFFECT + " is \"" + found + "\": expected \"" + effect + "\"");
        }
    }

    /** Somebody may have gone on with the copy instead of the original. */
    private static void requireUntouched(DriveEntry entry, KeptBackup backup) {
        Instant settled = backup.takenAt().plus(SETTLED);
        if (entry.modifiedTime().isAfter(settled)) {
            throw failed(
                    "backup-was-edited",
                    entry,
                    "it was changed at " + entry.modifiedTime() + ", after it had been accepted as the backup at "
                            + backup.takenAt() + ": somebody may work in it");
        }
    }

    private static StepFailedException failed(String code, DriveEntry entry, String why) {
        return new StepFailedException(Failure.of(
                FailureClass.FAILED,
                code,
                "spreadsheet \"" + entry.file().id() + "\" is not removed: " + why
                        + "; it stays where it is; look at it, and remove it yourself if it must go"));
    }

    private static StepFailedException notOurs(SpreadsheetId id, Failure refused) {
        return waits(
                "backup-not-removable",
                id,
                "it cannot be put into the trash: " + refused.message()
                        + "; in a shared drive a content manager may, elsewhere the file's owner alone; it is tried again");
    }

    private static StepFailedException waits(String code, SpreadsheetId id, String why) {
        return new StepFailedException(
                Failure.of(FailureClass.PAUSE, code, "spreadsheet \"" + id + "\" is not removed: " + why));
    }
}
