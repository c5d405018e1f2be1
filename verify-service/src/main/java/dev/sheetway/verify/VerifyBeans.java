package dev.sheetway.verify;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.verify.executor.MigrationVerification;
import dev.sheetway.verify.executor.RollbackVerification;
import dev.sheetway.verify.executor.SmokeRun;
import dev.sheetway.verify.executor.TabSizes;
import dev.sheetway.workspace.connection.GoogleConnection;
import dev.sheetway.workspace.connection.GoogleSettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the service together. Of the workspace nothing but its reader leaves this class. */
final class VerifyBeans {
    private static final String[] SCOPES = {
        "https://www.googleapis.com/auth/spreadsheets.readonly", "https://www.googleapis.com/auth/drive.readonly"
    };

    @Produces
    @Singleton
    GoogleConnection google(GoogleSettings settings) {
        return GoogleConnection.open(settings, SCOPES);
    }

    @Produces
    @Singleton
    TabSizes sizes() {
        return new TabSizes();
    }

    @Produces
    @Singleton
    StepExecutor migrationVerification(GoogleConnection google, TabSizes sizes) {
        GoogleWorkspace workspace = google.workspace();
        return google.telling(new MigrationVerification(workspace.reader(), sizes, workspace.source()));
    }

    @Produces
    @Singleton
    StepExecutor rollbackVerification(GoogleConnection google) {
        GoogleWorkspace workspace = google.workspace();
        return google.telling(new RollbackVerification(workspace.reader(), workspace.source()));
    }

    @Produces
    @Singleton
    StepExecutor smokeRun(GoogleConnection google, TabSizes sizes) {
        GoogleWorkspace workspace = google.workspace();
        return google.telling(new SmokeRun(workspace.reader(), sizes, workspace.source(), System::nanoTime));
    }
}
