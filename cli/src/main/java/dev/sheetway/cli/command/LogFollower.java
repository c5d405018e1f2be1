package dev.sheetway.cli.command;

import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.StackDir;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Prints what is added to logs, until the process is ended. */
final class LogFollower {
    private static final long POLL_MILLIS = 250;

    private final StackDir dir;
    private final List<Part> parts;
    private final Console console;
    private final Map<Part, Long> shown = new EnumMap<>(Part.class);

    LogFollower(StackDir dir, List<Part> parts, Console console) {
        this.dir = dir;
        this.parts = parts;
        this.console = console;
    }

    void run() throws IOException, InterruptedException {
        for (Part part : parts) {
            shown.put(part, length(dir.logOf(part)));
        }
        while (!Thread.currentThread().isInterrupted()) {
            for (Part part : parts) {
                showMore(part, dir.logOf(part));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void showMore(Part part, Path log) throws IOException {
        long from = Math.min(shown.getOrDefault(part, 0L), length(log));
        long end = length(log);
        if (from < end) {
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                byte[] added = new byte[(int) Math.min(end - from, 1 << 20)];
                file.seek(from);
                file.readFully(added);
                String prefix = parts.size() == 1 ? "" : part.wireName() + " | ";
                new String(added, StandardCharsets.UTF_8).lines().forEach(line -> console.line(prefix + line));
                shown.put(part, from + added.length);
            }
        }
    }

    private static long length(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }
}
