package dev.sheetway.contracts.event;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a step failed, and so what happens next.
 *
 * @param code stable, kebab-case, for programs and the runbook, such as {@code unknown-tab}
 * @param message for people: what, which, expected and found, what was written, what to do next; no cell value
 * @param retryAfter what Google asked for; wins over the back-off
 */
public record Failure(FailureClass failureClass, String code, String message, Optional<Duration> retryAfter) {

    public static Failure of(FailureClass failureClass, String code, String message) {
        return new Failure(failureClass, code, message, Optional.empty());
    }
}
