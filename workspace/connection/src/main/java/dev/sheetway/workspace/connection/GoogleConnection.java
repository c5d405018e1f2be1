package dev.sheetway.workspace.connection;

import dev.sheetway.participant.StepExecutor;
import dev.sheetway.workspace.google.CallerListener;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.Quotas;
import dev.sheetway.workspace.google.TokenSource;

/**
 * A service's one way to Google: one gateway, one count of its quotas.
 *
 * @param workspace the ports; which of them leave the place that opens the connection decides what a service can do
 */
public record GoogleConnection(GoogleWorkspace workspace, CallerListener listener) {

    /** @param scopes of the application default credentials, the least that the service needs */
    public static GoogleConnection open(GoogleSettings settings, String... scopes) {
        TokenSource token =
                settings.token().map(TokenSource::fixed).orElseGet(() -> TokenSource.applicationDefault(scopes));
        CallerListener listener = new CallerListener();
        GatewaySettings defaults = GatewaySettings.of(settings.rootUrl(), token);
        return new GoogleConnection(
                GoogleWorkspace.connect(defaults.withReadTimeout(settings.readTimeout())
                        .withQuotas(quotas(settings.quota(), defaults.quotas()))
                        .withListener(listener)),
                listener);
    }

    /** {@code executor}, whose commands report each wait for quota and each repeated call as progress, and count their calls. */
    public StepExecutor telling(StepExecutor executor) {
        return new TellingExecutor(executor, listener);
    }

    private static Quotas quotas(GoogleSettings.Quota chosen, Quotas otherwise) {
        return new Quotas(
                chosen.readsPerUser().orElse(otherwise.sheetsReadsPerUser()),
                chosen.readsPerProject().orElse(otherwise.sheetsReadsPerProject()),
                chosen.writesPerUser().orElse(otherwise.sheetsWritesPerUser()),
                chosen.writesPerProject().orElse(otherwise.sheetsWritesPerProject()),
                chosen.drivePerUser().orElse(otherwise.drivePerUser()),
                chosen.spreadsheetInterval().orElse(otherwise.spreadsheetInterval()));
    }
}
