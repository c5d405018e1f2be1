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

/** Puts copies into Drive's trash, and nothing else. */
final class TrashedCopies {
    /** Drive's modification time lags by minutes, and its clock is not ours. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    private final BackupDrive drive;

    TrashedCopies(BackupDrive drive) {
        this.drive = drive;
    }

    /** @param effect that made the copy, as it says itself */
    Found remove(SpreadsheetId id, KeptBackup backup, String effect) {
        Optional<DriveEntry> found = drive.look(id).filter(entry -> !entry.trashed());
        if (found.isEmpty()) {
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

    private static void requireOurs(DriveEntry entry, String effect) {
        String found = entry.appProperties().getOrDefault(DriveBackup.EFFECT, "");
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
        return new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                "backup-not-removable",
                "spreadsheet \"" + id + "\" cannot be put into the trash: " + refused.message()
                        + "; in a shared drive a content manager may, elsewhere the file's owner alone; it stays where it"
                        + " is and is tried again"));
    }
}
