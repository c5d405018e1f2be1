package dev.sheetway.orchestrator.saga;

import java.time.Instant;

/**
 * Attempts at one leg without a person in between; the retry budget is counted over a series, and a resume starts a new
 * one.
 *
 * @param failures attempts of the series that failed so far
 * @param since what the log's clock read when its first attempt was commanded; or when an attempt failed, where the
 *     clock was set back behind that
 */
public record Series(int failures, Instant since) {

    /** @param clock what the log's clock reads now */
    Series failedAgain(Instant clock) {
        return new Series(failures + 1, LogClock.wentBack(since, clock) ? clock : since);
    }
}
