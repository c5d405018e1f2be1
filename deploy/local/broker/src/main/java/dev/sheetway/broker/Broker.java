package dev.sheetway.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Kafka broker in a child JVM of this one, ready with the catalogue's topics; ends when this JVM ends. */
public final class Broker implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Process process;
    private final int port;
    private final Path log;

    private Broker(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** On any free port; see {@link #startProcess(Path, int, Duration)}. */
    public static Broker startProcess(Path dataDir) {
        return startProcess(dataDir, 0, Duration.ofSeconds(60));
    }

    /**
     * Starts on {@code dataDir} and waits until clients can work; a directory that an earlier broker left, killed or
     * not, is taken over with all that it acknowledged.
     *
     * @param port on 127.0.0.1; 0: any free one
     * @throws IllegalStateException with the end of the log when it ended or was not ready within {@code timeout}
     */
    public static Broker startProcess(Path dataDir, int port, Duration timeout) {
        try {
            Files.createDirectories(dataDir);
            Path portFile = dataDir.resolve("broker.port");
            Files.deleteIfExists(portFile);
            Path log = dataDir.resolve("broker.log");
            BrokerOptions options = new BrokerOptions(
                    port,
                    0,
                    dataDir,
                    portFile,
                    Optional.of(ProcessHandle.current().pid()));
            Process process = new ProcessBuilder(command(options))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Broker(process, awaitPort(process, portFile, log, timeout), log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The command line of a broker's own JVM, with the JDK that runs this one. */
    public static List<String> command(BrokerOptions options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", BrokerClassPath.find(), BrokerMain.class.getName()));
        command.addAll(options.arguments());
        return List.copyOf(command);
    }

    private static int awaitPort(Process process, Path portFile, Path log, Duration timeout) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!Files.exists(portFile)) {
            if (ended(process) || System.nanoTime() > end) {
                String what = process.isAlive() ? "was not ready within " + timeout : "ended before it was ready";
                process.destroyForcibly();
                throw new IllegalStateException("broker " + what + "; end of " + log + ":\n" + tail(log));
            }
        }
        return Integer.parseInt(Files.readString(portFile).strip());
    }

    /** Waits for its end, 20 ms at most. */
    private static boolean ended(Process process) {
        try {
            return process.waitFor(20, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker started", interrupted);
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** {@code 127.0.0.1:PORT}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    /** As {@code kill -9} does: nothing is flushed or announced. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(GRACE);
    }

    /** Shuts down in order; after ten seconds by force. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd(GRACE)) {
            kill();
        }
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
