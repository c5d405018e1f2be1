package dev.sheetway.contracts.command;

import dev.sheetway.contracts.event.StepResult;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a backup is kept.
 *
 * @param backupSpreadsheetId of the Drive copy; empty where there is none
 * @param archive location of the archive; empty where there is none
 * @param takenAt when it was accepted: whoever changes a copy later works in it
 */
public record KeptBackup(Optional<String> backupSpreadsheetId, Optional<String> archive, String name, Instant takenAt) {

    public static KeptBackup of(StepResult.BackedUp made) {
        return new KeptBackup(made.backupSpreadsheetId(), made.archive(), made.name(), made.takenAt());
    }
}
