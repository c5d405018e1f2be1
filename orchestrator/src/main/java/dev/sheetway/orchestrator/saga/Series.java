package dev.sheetway.orchestrator.saga;

import java.time.Instant;

/**
 * Attempts at one leg without a person in between; the retry budget is counted over a series, and a resume starts a new
 * one.
 *
 * @param failures attempts of the series that failed so far
 * @param since when its first attempt was commanded
 */
public record Series(int failures, Instant since) {

    Series failedAgain() {
        return new Series(failures + 1, since);
    }
}
