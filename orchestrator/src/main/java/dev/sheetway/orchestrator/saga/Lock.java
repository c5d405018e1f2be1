package dev.sheetway.orchestrator.saga;

/** What the saga knows of the migration's lock on the spreadsheet. */
public enum Lock {
    /** No attempt at taking it can have succeeded. */
    ABSENT,
    /** An attempt at taking it had no definite answer. */
    UNCERTAIN,
    HELD,
    RELEASED
}
