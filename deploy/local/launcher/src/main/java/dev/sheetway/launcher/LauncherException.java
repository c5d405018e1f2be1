package dev.sheetway.launcher;

/** The stack could not be started or stopped as asked; the message is for people. */
public final class LauncherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure, for the exit code. */
    public enum Kind {
        /** The caller can correct it: a taken port, a missing build. */
        USAGE,
        /** A process ended or did not answer in time. */
        NOT_READY,
        /** The orchestrator found its topics unsafe and did not start: its log says why and what to do. */
        REFUSED
    }

    private final Kind kind;

    LauncherException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
