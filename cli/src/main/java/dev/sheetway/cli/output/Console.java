package dev.sheetway.cli.output;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Where a command's words go: results on standard output, everything else (progress, advice, errors) too unless the
 * result is JSON, which must stand alone.
 *
 * @param terminal whether a person watches standard output, so that a line may be rewritten
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {

    /** The process's own; {@code ./sheetway} tells whether they are a terminal. */
    public static Console system() {
        return new Console(System.out, System.err, Boolean.getBoolean("sheetway.terminal"));
    }

    /** Says nothing but errors: for the progress of a command whose result is JSON. */
    public Console silenced() {
        return new Console(new PrintStream(PrintStream.nullOutputStream()), err, false);
    }

    public void line(String text) {
        out.println(text);
    }

    public void error(String text) {
        err.println(text);
    }

    /** Seconds with one digit, such as {@code 1.2 s}. */
    public static String seconds(java.time.Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
