package dev.sheetway.examples.zeues;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One trade's work on a spool: assembling or welding.
 *
 * @param by who began it
 * @param done when it ended
 */
public record Work(Optional<Worker> by, Optional<LocalDate> done) {

    /** How far it is. */
    public enum Status {
        PENDING,
        IN_PROGRESS,
        COMPLETED
    }

    public Status status() {
        if (done.isPresent()) {
            return Status.COMPLETED;
        }
        return by.isPresent() ? Status.IN_PROGRESS : Status.PENDING;
    }
}
