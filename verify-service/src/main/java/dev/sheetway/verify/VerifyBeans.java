package dev.sheetway.verify;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.verify.executor.MigrationVerification;
import dev.sheetway.verify.executor.RollbackVerification;
import dev.sheetway.verify.executor.SmokeRun;
import dev.sheetway.verify.executor.TabSizes;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the service together. Of the workspace nothing but its reader leaves this class. */
final class VerifyBeans {
    private static final String[] SCOPES = {
        "https://www.googleapis.com/auth/spreadsheets.readonly", "https://www.googleapis.com/auth/drive.readonly"
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
    TabSizes sizes() {
        return new TabSizes();
    }

    @Produces
    @Singleton
    StepExecutor migrationVerification(GoogleWorkspace workspace, TabSizes sizes) {
        return new MigrationVerification(workspace.reader(), sizes, workspace.source());
    }

    @Produces
    @Singleton
    StepExecutor rollbackVerification(GoogleWorkspace workspace) {
        return new RollbackVerification(workspace.reader(), workspace.source());
    }

    @Produces
    @Singleton
    StepExecutor smokeRun(GoogleWorkspace workspace, TabSizes sizes) {
        SheetReader reader = workspace.reader();
        return new SmokeRun(reader, sizes, workspace.source(), System::nanoTime);
    }
}
