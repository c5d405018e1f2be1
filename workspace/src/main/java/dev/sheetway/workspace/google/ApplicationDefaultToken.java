package dev.sheetway.workspace.google;

import com.google.auth.Retryable;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Application default credentials, looked up at the first request and refreshed when they expire. */
final class ApplicationDefaultToken implements TokenSource {
    private final List<String> scopes;
    private @Nullable GoogleCredentials credentials;

    ApplicationDefaultToken(String... scopes) {
        this.scopes = List.of(scopes);
    }

    @Override
    public synchronized String bearer() throws IOException {
        GoogleCredentials current = credentials();
        try {
            current.refreshIfExpired();
        } catch (IOException e) {
            // The library marks what may pass by itself; everything else stays wrong until somebody acts.
            if (e instanceof Retryable retryable && !retryable.isRetryable()) {
                throw new CredentialsRejected("Google refuses the application default credentials");
            }
            throw e;
        }
        return current.getAccessToken().getTokenValue();
    }

    private GoogleCredentials credentials() throws IOException {
        GoogleCredentials known = credentials;
        if (known == null) {
            try {
                known = GoogleCredentials.getApplicationDefault().createScoped(scopes);
            } catch (IOException e) {
                throw new CredentialsRejected(
                        "no application default credentials were found: set GOOGLE_APPLICATION_CREDENTIALS");
            }
            credentials = known;
        }
        return known;
    }
}
