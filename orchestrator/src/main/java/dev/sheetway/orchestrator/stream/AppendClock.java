package dev.sheetway.orchestrator.stream;

import java.time.Duration;
import java.time.Instant;

/**
 * Guesses the broker's time from this machine's, to know when a tick is worth writing. Nothing is decided on the guess:
 * a tick that comes too early changes nothing, one that comes too late is only late. Confined to one task.
 */
final class AppendClock {
    private Duration ahead = Duration.ZERO;
    private boolean known;

    /** Before the first record was read the guess is worth nothing. */
    boolean isKnown() {
        return known;
    }

    /** A record is read at {@code here}; it may have waited, so it can only prove that the broker is further ahead. */
    void sawRecord(Instant appended, Instant here) {
        Duration seen = Duration.between(here, appended);
        if (known && seen.compareTo(ahead) > 0) {
            ahead = seen;
        }
    }

    /** A tick of our own is read at {@code here}, right after it was written: it also proves the opposite. */
    void sawTick(Instant appended, Instant here) {
        ahead = Duration.between(here, appended);
        known = true;
    }

    Instant now(Instant here) {
        return here.plus(ahead);
    }
}
