package dev.sheetway.workspace.google;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.GatewayException;

/** What is thrown when even slot and record could not be read. */
final class Unknown {
    private Unknown() {}

    /**
     * Class UNKNOWN whatever {@code first} was: a refusal may be the slot of an earlier attempt that was applied.
     * Sending the same batch again is always right.
     */
    static GatewayException because(GatewayException first, GatewayException reading) {
        Failure failure = first.failure();
        GatewayException unknown = new GatewayException(
                new Failure(
                        FailureClass.UNKNOWN,
                        failure.code(),
                        failure.message() + "; slot and record could not be read ("
                                + reading.failure().code() + "), so send the same batch again",
                        reading.failure().retryAfter()),
                first);
        unknown.addSuppressed(reading);
        return unknown;
    }
}
