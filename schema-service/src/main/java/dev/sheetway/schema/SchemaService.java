package dev.sheetway.schema;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.schema.executor.SchemaSteps;
import dev.sheetway.schema.planner.Limits;
import dev.sheetway.workspace.connection.GoogleConnection;
import dev.sheetway.workspace.connection.GoogleSettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts the service together from its settings. */
final class SchemaService {
    private static final String SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets";

    @Produces
    @Singleton
    StepExecutor steps(GoogleSettings settings, SchemaSettings own) {
        GoogleConnection connection = GoogleConnection.open(settings, SPREADSHEETS);
        GoogleWorkspace google = connection.workspace();
        return connection.telling(new SchemaSteps(
                google.writer(),
                google.source(),
                InstantSource.system(),
                new Limits(own.cellLimit(), Limits.GOOGLE.columns()),
                ProbedAccount.of(google.source(), settings)));
    }
}
