package dev.sheetway.cli;

/** A command cannot go on; its message is for people and complete. */
public final class CliFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Exit exit;

    public CliFailure(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    public CliFailure(Exit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    public Exit exit() {
        return exit;
    }
}
