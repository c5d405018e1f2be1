package dev.sheetway.cli.journal;

import dev.sheetway.contracts.event.Calls;
import java.util.Optional;

/**
 * Calls to Google as the journal tells them.
 *
 * @param calls of the attempts that told theirs
 * @param told how many attempts did
 * @param untold attempts that ended and did not: no answer came in time, or the service was of an older release
 */
public record CallCount(Calls calls, int told, int untold) {
    public static final CallCount NONE = new CallCount(Calls.NONE, 0, 0);

    static CallCount of(Optional<Calls> calls) {
        return calls.map(counted -> new CallCount(counted, 1, 0)).orElseGet(() -> new CallCount(Calls.NONE, 0, 1));
    }

    public CallCount plus(CallCount more) {
        return new CallCount(calls.plus(more.calls), told + more.told, untold + more.untold);
    }

    /** Nothing is known of what was called. */
    public boolean isUnknown() {
        return told == 0;
    }

    /** Such as {@code 10 calls (7 reads, 3 writes)}; says so when it is a lower bound. */
    public String text() {
        if (isUnknown()) {
            return "not told by the services";
        }
        return untold == 0
                ? calls.text()
                : "at least " + calls.text() + "; attempts that did not tell theirs: " + untold;
    }

    /** As short as a table's cell: {@code 7 r, 3 w}; empty when nothing is known. */
    public String brief() {
        return isUnknown() ? "" : (untold == 0 ? "" : ">= ") + calls.reads() + " r, " + calls.writes() + " w";
    }
}
