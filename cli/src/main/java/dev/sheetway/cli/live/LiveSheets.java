package dev.sheetway.cli.live;

import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Google or an emulator, to read from.
 *
 * @param source {@code google} or {@code emulator}
 */
public record LiveSheets(SheetReader reader, String source) {
    private static final String SCOPE = "https://www.googleapis.com/auth/spreadsheets.readonly";
    private static final Duration READ = Duration.ofSeconds(60);

    /**
     * Makes no call yet.
     *
     * @param emulator empty: Google itself, with the application default credentials of this process
     */
    public static LiveSheets of(Optional<URI> emulator) {
        GatewaySettings settings = emulator.map(root -> GatewaySettings.of(root, TokenSource.fixed("owner")))
                .orElseGet(() -> GatewaySettings.of(GatewaySettings.GOOGLE, TokenSource.applicationDefault(SCOPE)));
        GoogleWorkspace workspace = GoogleWorkspace.connect(settings.withReadTimeout(READ));
        return new LiveSheets(workspace.reader(), workspace.source());
    }
}
