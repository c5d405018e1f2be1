package dev.sheetway.emulator.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program of this machine. */
final class Tool {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Tool() {}

    /** Exit status and what was printed, errors included. */
    record Ended(int status, String output) {}

    /**
     * Runs to the end.
     *
     * @throws AssertionError when the program is not there, or not done within ten minutes
     */
    static Ended run(Path folder, Map<String, String> environment, List<String> command) {
        Path log = folder.resolve("output-" + command.hashCode() + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Process process = start(builder);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " was not done after " + LIMIT + ": " + Files.readString(log));
            }
            return new Ended(process.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "\"" + builder.command().getFirst()
                            + "\" cannot be started, and the clients cannot be tested without it:"
                            + " install Node.js 20 with npm, and Python 3 (" + e.getMessage() + ")",
                    e);
        }
    }
}
