package dev.sheetway.workspace.google;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.google.RawGoogle.RawAnswer;
import java.io.IOException;
import java.util.Optional;

/** Whose credentials this process would use, so that people know whom to share a spreadsheet with. */
public final class GoogleAccount {
    private static final SpreadsheetId NONE = new SpreadsheetId("about");

    private GoogleAccount() {}

    /** The service account of the application default credentials; empty for a person's, and when there are none. */
    public static Optional<String> ofApplicationDefault() {
        try {
            return of(GoogleCredentials.getApplicationDefault());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    static Optional<String> of(GoogleCredentials credentials) {
        return switch (credentials) {
            case ServiceAccountCredentials service -> Optional.of(service.getClientEmail());
            case ImpersonatedCredentials service -> Optional.ofNullable(service.getAccount());
            case GoogleCredentials person -> Optional.empty();
        };
    }

    /**
     * Whom Drive takes the caller for; empty when the other side does not tell.
     *
     * @throws dev.sheetway.workspace.GatewayException when it cannot be reached or refuses the credentials
     */
    public static Optional<String> askDrive(RawGoogle google) {
        RawAnswer answer = google.driveRead(NONE, "about?fields=user(emailAddress)");
        if (answer.status() != 200) {
            return Optional.empty();
        }
        try {
            return JsonParser.parseString(answer.body()) instanceof JsonObject body
                            && body.get("user") instanceof JsonObject user
                            && user.get("emailAddress") instanceof JsonPrimitive email
                    ? Optional.of(email.getAsString())
                    : Optional.empty();
        } catch (JsonSyntaxException noJson) {
            return Optional.empty();
        }
    }
}
