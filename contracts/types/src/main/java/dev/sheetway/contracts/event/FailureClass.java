package dev.sheetway.contracts.event;

/** What a failure means for the saga. */
public enum FailureClass {
    /** Definitely not applied; try again later. */
    RETRYABLE,
    /** It may have been applied; read slot and record, then try again. */
    UNKNOWN,
    /** A person must act; a rollback would need the same thing. */
    PAUSE,
    /** The slot was taken by a rollback: drop. */
    STALE,
    /** It cannot succeed: roll back, or refuse when nothing was written. */
    FAILED
}
