package dev.sheetway.cli.doctor;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.google.GatewayListener;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleAccount;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.RawGoogle;
import dev.sheetway.workspace.google.TokenSource;
import java.net.URI;
import java.util.Optional;

/**
 * Google with the application default credentials of this process, or an emulator.
 *
 * @param account e-mail address of who asks; empty when it cannot be known
 */
public record Google(RawGoogle raw, Optional<String> account) {
    private static final String SHEETS_SCOPE = "https://www.googleapis.com/auth/spreadsheets";
    private static final String DRIVE_SCOPE = "https://www.googleapis.com/auth/drive";
    private static final String EMULATOR_OWNER = "owner@example.com";

    /**
     * Makes one call.
     *
     * @param emulator empty: Google itself
     * @throws CliFailure ({@link Exit#PERSON_NEEDED}) without usable credentials, ({@link Exit#UNREACHABLE}) when nobody
     *     answers
     */
    public static Google connect(Optional<URI> emulator, GatewayListener listener) {
        GatewaySettings settings = emulator.map(root -> GatewaySettings.of(root, TokenSource.fixed("owner")))
                .orElseGet(Google::settings);
        RawGoogle raw = RawGoogle.connect(settings.withListener(listener));
        try {
            Optional<String> told = GoogleAccount.askDrive(raw);
            return new Google(
                    raw,
                    told.or(() ->
                            emulator.isPresent() ? Optional.of(EMULATOR_OWNER) : GoogleAccount.ofApplicationDefault()));
        } catch (GatewayException failed) {
            throw explain(failed.failure());
        }
    }

    /** Drive with the same credentials, behind the workspace's port. Makes no call yet. */
    public static BackupDrive drive(GatewayListener listener) {
        return GoogleWorkspace.connect(settings().withListener(listener)).drive();
    }

    /** As the services are told, where the environment tells them; otherwise Google itself. */
    private static GatewaySettings settings() {
        URI root = Optional.ofNullable(System.getenv("SHEETWAY_GOOGLE_ROOT_URL"))
                .map(URI::create)
                .orElse(GatewaySettings.GOOGLE);
        return GatewaySettings.of(
                root,
                Optional.ofNullable(System.getenv("SHEETWAY_GOOGLE_TOKEN"))
                        .map(TokenSource::fixed)
                        .orElseGet(() -> TokenSource.applicationDefault(SHEETS_SCOPE, DRIVE_SCOPE)));
    }

    /** As a failure of the command. */
    public static CliFailure explain(Failure failure) {
        return switch (failure.failureClass()) {
            case PAUSE ->
                new CliFailure(
                        Exit.PERSON_NEEDED,
                        failure.message() + "; let GOOGLE_APPLICATION_CREDENTIALS name the key file of a service"
                                + " account, or run gcloud auth application-default login");
            case RETRYABLE, UNKNOWN -> new CliFailure(Exit.UNREACHABLE, failure.message());
            case STALE, FAILED -> new CliFailure(Exit.FAILED, failure.message());
        };
    }

    /** What {@code doctor --google} finds. */
    public Check check() {
        return Check.well(
                "google",
                account.map(email -> "credentials of " + email + ": share each spreadsheet with " + email
                                + " as editor, and the folder for backups (of a shared drive, if this is a service"
                                + " account) as content manager")
                        .orElse("credentials are taken, but whose they are is not told"));
    }
}
