package dev.sheetway.backup;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.workspace.connection.GoogleConnection;
import dev.sheetway.workspace.connection.GoogleSettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.restore.Restoration;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Puts the service together. */
final class BackupBeans {
    /**
     * The least that works: it reads spreadsheets, and copies files that are not its own. Google lets the second one write
     * to spreadsheets, too, which a restore does; no scope is wider for it.
     */
    private static final String[] SCOPES = {
        "https://www.googleapis.com/auth/spreadsheets.readonly", "https://www.googleapis.com/auth/drive"
    };

    @Produces
    @Singleton
    GoogleConnection connection(GoogleSettings google) {
        return GoogleConnection.open(google, SCOPES);
    }

    @Produces
    @Singleton
    StepExecutor backupStep(GoogleConnection connection, BackupSettings settings) {
        Makers makers = Makers.of(connection.workspace(), settings);
        return connection.telling(new BackupStep(
                makers.snapshots(),
                makers.drive(),
                makers.archive(),
                connection.workspace().source(),
                InstantSource.system()));
    }

    /** The only one that writes to spreadsheets; it is commanded when an operator has asked for it, and else never. */
    @Produces
    @Singleton
    StepExecutor restoreStep(GoogleConnection connection, BackupSettings settings) {
        Makers makers = Makers.of(connection.workspace(), settings);
        return connection.telling(new RestoreStep(
                connection.workspace().writer(),
                new Kept(makers.snapshots(), makers.drive(), makers.archive()),
                connection.workspace().source(),
                Restoration.Portion.GOOGLE));
    }

    /** It moves files into the trash that the service made, under the scope that it copies them with. */
    @Produces
    @Singleton
    StepExecutor removalStep(GoogleConnection connection, BackupSettings settings) {
        return connection.telling(new RemovalStep(
                new TrashedCopies(connection.workspace().drive(), settings.folderId()),
                new DeletedArchives(settings.archiveDir()),
                connection.workspace().source(),
                InstantSource.system()));
    }

    private record Makers(SnapshotReader snapshots, DriveBackup drive, ArchiveBackup archive) {
        static Makers of(GoogleWorkspace workspace, BackupSettings settings) {
            InstantSource clock = InstantSource.system();
            SnapshotReader snapshots = new SnapshotReader(workspace.reader());
            return new Makers(
                    snapshots,
                    new DriveBackup(workspace.drive(), snapshots, settings.folderId(), clock, BackupBeans::sleep),
                    new ArchiveBackup(snapshots, settings.archiveDir(), clock));
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
