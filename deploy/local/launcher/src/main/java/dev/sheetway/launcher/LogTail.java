package dev.sheetway.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The end of a log file. */
public final class LogTail {
    private static final int MOST_BYTES = 512 * 1024;
    private static final String START = "---- started at ";

    private LogTail() {}

    /** The line that parts what a new process is going to write from what earlier ones wrote. */
    static String startLine(Instant at) {
        return START + at + "\n";
    }

    /** At most {@code lines} last lines of {@code log}; a text that says so when there are none. */
    public static String last(Path log, int lines) {
        return last(log, lines, all -> all);
    }

    /** As {@link #last}, of the process that was started last alone. */
    static String lastOfThisStart(Path log, int lines) {
        return last(log, lines, LogTail::sinceTheStart);
    }

    private static List<String> sinceTheStart(List<String> all) {
        for (int line = all.size() - 1; line >= 0; line--) {
            if (all.get(line).startsWith(START)) {
                return all.subList(line + 1, all.size());
            }
        }
        return all;
    }

    private static String last(Path log, int lines, UnaryOperator<List<String>> chosen) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - MOST_BYTES);
            file.seek(from);
            byte[] end = new byte[(int) (file.length() - from)];
            file.readFully(end);
            List<String> some =
                    chosen.apply(new String(end, StandardCharsets.UTF_8).lines().toList());
            return some.isEmpty()
                    ? "(empty)"
                    : String.join("\n", some.subList(Math.max(0, some.size() - lines), some.size()));
        } catch (IOException absent) {
            return "(no log: " + log + ")";
        }
    }
}
