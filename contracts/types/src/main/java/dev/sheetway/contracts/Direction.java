package dev.sheetway.contracts;

/** Whether a step makes the change or undoes it. */
public enum Direction {
    FORWARD,
    ROLLBACK
}
