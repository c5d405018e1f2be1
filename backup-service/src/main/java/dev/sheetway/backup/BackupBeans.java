package dev.sheetway.backup;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
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
    GoogleWorkspace workspace(GoogleSettings settings) {
        TokenSource token =
                settings.token().map(TokenSource::fixed).orElseGet(() -> TokenSource.applicationDefault(SCOPES));
        return GoogleWorkspace.connect(
                GatewaySettings.of(settings.rootUrl(), token).withReadTimeout(settings.readTimeout()));
    }

    @Produces
    @Singleton
    StepExecutor backupStep(GoogleWorkspace workspace, BackupSettings settings) {
        InstantSource clock = InstantSource.system();
        SnapshotReader snapshots = new SnapshotReader(workspace.reader());
        return new BackupStep(
                snapshots,
                new DriveBackup(workspace.drive(), snapshots, settings.folderId(), clock, BackupBeans::sleep),
                new ArchiveBackup(snapshots, settings.archiveDir(), clock),
                workspace.source(),
                clock);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
