package dev.sheetway.workspace.google;

import com.google.api.client.googleapis.services.AbstractGoogleClientRequest;
import java.io.IOException;
import java.io.InputStream;

/** Sends one request of Google's client, as it is. */
final class Exchange {
    private Exchange() {}

    /** The body of a success, not yet read; the caller closes it. */
    static InputStream stream(AbstractGoogleClientRequest<?> request, String bearer) throws IOException {
        authorise(request, bearer);
        InputStream body = request.executeAsInputStream();
        if (body == null) {
            throw new UnreadableAnswer("the answer has no body");
        }
        return body;
    }

    /** The parsed body of a success. */
    static <T> T parsed(AbstractGoogleClientRequest<T> request, String bearer) throws IOException {
        authorise(request, bearer);
        try {
            T body = request.execute();
            if (body == null) {
                throw new UnreadableAnswer("the answer has no body");
            }
            return body;
        } catch (IllegalArgumentException e) {
            // Google's parser says so of JSON of another shape, and quotes it.
            throw new UnreadableAnswer("the answer is no JSON of the shape that was asked for");
        }
    }

    private static void authorise(AbstractGoogleClientRequest<?> request, String bearer) {
        request.getRequestHeaders().setAuthorization("Bearer " + bearer);
    }
}
