package dev.sheetway.workspace.probe;

/** The spreadsheet is not one to probe in; nothing was written. The message is for people. */
public final class NotDisposable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDisposable(String message) {
        super(message);
    }
}
