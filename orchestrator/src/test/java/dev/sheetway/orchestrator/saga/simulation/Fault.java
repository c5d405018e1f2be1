package dev.sheetway.orchestrator.saga.simulation;

/** What may go wrong when a batch is sent or a read is made. */
enum Fault {
    NONE,
    /** 429: definitely not applied. */
    RATE_LIMITED,
    /** Time-out, and nothing was applied. */
    LOST_BEFORE,
    /** Time-out, and it was applied. */
    LOST_AFTER,
    /** Time-out; it lands at any later moment. */
    LATE,
    /** 403. */
    NO_PERMISSION,
    /** A check or a precondition does not hold. */
    BROKEN
}
