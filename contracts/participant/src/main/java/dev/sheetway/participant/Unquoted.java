package dev.sheetway.participant;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Another exception without its messages: they may repeat cell values, which must never reach a log. */
final class Unquoted extends Throwable {
    @Serial
    private static final long serialVersionUID = 1L;

    private Unquoted(String className, @Nullable Throwable cause) {
        super(className, cause, false, true);
    }

    static Throwable of(Throwable thrown) {
        return of(thrown, 0);
    }

    private static Throwable of(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        // deeper than any real chain: a cycle
        Unquoted copy =
                new Unquoted(thrown.getClass().getName(), cause == null || depth > 20 ? null : of(cause, depth + 1));
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
