package dev.sheetway.schema;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.schema.executor.SchemaSteps;
import dev.sheetway.schema.planner.Limits;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the service together from its settings. */
final class SchemaService {
    private static final String SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets";

    @Produces
    @Singleton
    StepExecutor steps(GoogleSettings settings) {
        TokenSource token =
                settings.token().map(TokenSource::fixed).orElseGet(() -> TokenSource.applicationDefault(SPREADSHEETS));
        GoogleWorkspace google = GoogleWorkspace.connect(
                GatewaySettings.of(settings.rootUrl(), token).withReadTimeout(settings.readTimeout()));
        Limits limits = new Limits(settings.cellLimit(), Limits.GOOGLE.columns());
        return new SchemaSteps(google.writer(), google.source(), InstantSource.system(), limits);
    }
}
