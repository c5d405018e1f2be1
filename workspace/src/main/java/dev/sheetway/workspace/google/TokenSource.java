package dev.sheetway.workspace.google;

import java.io.IOException;

/** Gives the bearer token of a request. Called before each request, on the calling thread; caches by itself. */
@FunctionalInterface
public interface TokenSource {

    /**
     * @throws CredentialsRejected when the credentials themselves are refused, so that a person must act
     * @throws IOException when no token could be had for the time being
     */
    String bearer() throws IOException;

    static TokenSource fixed(String bearer) {
        return () -> bearer;
    }

    /**
     * Google's application default credentials: a service account file, workload identity, or a person's login.
     *
     * @param scopes full URLs, such as {@code https://www.googleapis.com/auth/spreadsheets.readonly}
     */
    static TokenSource applicationDefault(String... scopes) {
        return new ApplicationDefaultToken(scopes);
    }

    /** The credentials are refused. */
    final class CredentialsRejected extends IOException {
        private static final long serialVersionUID = 1L;

        public CredentialsRejected(String message) {
            super(message);
        }
    }
}
