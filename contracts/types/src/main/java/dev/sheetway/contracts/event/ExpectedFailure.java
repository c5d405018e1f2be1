package dev.sheetway.contracts.event;

import java.util.Optional;

/**
 * An exception that carries a failure whose meaning for the saga is known, so that whoever answers a command can take
 * it as it is instead of treating the exception as a bug.
 */
public interface ExpectedFailure {

    Failure failure();

    /** A result that explains the failure, such as the report of the failed checks. */
    default Optional<StepResult> evidence() {
        return Optional.empty();
    }
}
