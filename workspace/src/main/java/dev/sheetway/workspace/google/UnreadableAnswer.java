package dev.sheetway.workspace.google;

import java.io.IOException;

/** A success whose body is not what was asked for: cut off, or of another shape. */
final class UnreadableAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswer(String message) {
        super(message);
    }
}
