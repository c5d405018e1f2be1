package dev.sheetway.workspace.probe;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer as JSON.
 *
 * @param body missing node when it was empty or no JSON
 */
record Reply(int status, JsonNode body) {

    boolean ok() {
        return status / 100 == 2;
    }

    /** Google understood and said no. */
    boolean refused() {
        return status == 400;
    }

    JsonNode at(String pointer) {
        return body.at(pointer);
    }

    String message() {
        return body.at("/error/message").asText("");
    }

    /** The first reason in Drive's shape, such as {@code storageQuotaExceeded}; empty in Sheets' shape. */
    String reason() {
        return body.at("/error/errors/0/reason").asText("");
    }
}
