package dev.sheetway.participant;

/**
 * How the process ends when it cannot heal itself: at once, without shutdown hooks, because what hangs would make them
 * hang as well. A supervisor starts it again, and every unacknowledged command is delivered again.
 */
enum ProcessExit {
    /** 70 is EX_SOFTWARE of sysexits.h. */
    CANNOT_GO_ON(70);

    private final int status;

    ProcessExit(int status) {
        this.status = status;
    }

    void halt() {
        Runtime.getRuntime().halt(status);
    }
}
