package dev.sheetway.workspace;

import dev.sheetway.contracts.event.ExpectedFailure;
import dev.sheetway.contracts.event.Failure;

/** A call to Google failed in a way that its class tells; the message never repeats a cell value. */
public final class GatewayException extends RuntimeException implements ExpectedFailure {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    public GatewayException(Failure failure, Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    public GatewayException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
