package dev.sheetway.cli;

/** The exit codes of every command. */
public enum Exit {
    DONE(0),
    /** The migration failed and was rolled back, a check failed, or evidence is missing. */
    FAILED(1),
    /** Wrong arguments, or a plan that cannot be used. */
    USAGE(2),
    /** Paused, or a rollback is stuck. */
    PERSON_NEEDED(3),
    /** Locked, drifted, window over, unsafe topic, not the newest migration. */
    REFUSED(4),
    /** Broker, emulator or Google cannot be reached. */
    UNREACHABLE(5),
    /** Ctrl-C while following; the migration goes on. */
    DETACHED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
