package dev.sheetway.launcher;

import java.util.Locale;

/** What {@code ps} says of a process. */
public enum PartState {
    /** It runs and does not answer yet. */
    STARTING,
    /** It runs and answers. */
    READY,
    /** It was never started, or was told to stop. */
    STOPPED,
    /** It ended by itself, or was killed: {@code up} starts it again. */
    FAILED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
