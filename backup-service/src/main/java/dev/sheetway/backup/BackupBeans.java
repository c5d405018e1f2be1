package dev.sheetway.backup;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.workspace.connection.GoogleConnection;
import dev.sheetway.workspace.connection.GoogleSettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Puts the service together. */
final class BackupBeans {
    /** The least that works: it reads spreadsheets, and copies files that are not its own. */
    private static final String[] SCOPES = {
        "https://www.googleapis.com/auth/spreadsheets.readonly", "https://www.googleapis.com/auth/drive"
    };

    @Produces
    @Singleton
    StepExecutor backupStep(GoogleSettings google, BackupSettings settings) {
        GoogleConnection connection = GoogleConnection.open(google, SCOPES);
        GoogleWorkspace workspace = connection.workspace();
        InstantSource clock = InstantSource.system();
        SnapshotReader snapshots = new SnapshotReader(workspace.reader());
        return connection.telling(new BackupStep(
                snapshots,
                new DriveBackup(workspace.drive(), snapshots, settings.folderId(), clock, BackupBeans::sleep),
                new ArchiveBackup(snapshots, settings.archiveDir(), clock),
                workspace.source(),
                clock));
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
