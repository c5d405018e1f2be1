package dev.sheetway.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A stack of its own: free ports, a temporary data directory; stopped and removed with the process that made it. */
public final class PrivateStack implements AutoCloseable {
    private final StackLayout layout;
    private final Stack stack;
    private final Path dataDir;
    private final Map<Part, Integer> ports;
    private final boolean keep;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit;

    private final World world;

    private PrivateStack(StackLayout layout, boolean keep, World world) throws IOException {
        this.world = world;
        this.dataDir = Files.createTempDirectory("sheetway-");
        // its processes run whole migrations and end in order: what they loaded is what the next ones will need
        this.layout = layout.recordingIn(dataDir);
        this.stack = new Stack(this.layout, new StackDir(dataDir), Ports.free());
        this.ports = stack.ports();
        this.keep = keep;
        this.atExit = new Thread(this::close, "private-stack-removal");
    }

    /**
     * @param keep leave processes and data when it is closed
     * @throws LauncherException when it does not come up; nothing is left of it then
     */
    public static PrivateStack start(StackLayout layout, boolean keep, StackDisplay display) {
        try {
            return new PrivateStack(layout, keep, World.EMULATOR).up(display);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * One that speaks to Google itself and is never kept.
     *
     * @param probes directory of the evidence that permits it; need not be there
     * @throws LauncherException when it does not come up; nothing is left of it then
     */
    public static PrivateStack againstGoogle(StackLayout layout, Path probes, StackDisplay display) {
        try {
            PrivateStack made = new PrivateStack(layout, false, World.GOOGLE);
            copy(probes, made.stack.dir().probes());
            return made.up(display);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Path probes, Path here) throws IOException {
        Files.createDirectories(here);
        if (Files.isDirectory(probes)) {
            try (Stream<Path> files = Files.list(probes)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, here.resolve(file.getFileName()));
                }
            }
        }
    }

    private PrivateStack up(StackDisplay display) {
        Runtime.getRuntime().addShutdownHook(atExit); // also after Ctrl-C
        try {
            stack.up(Optional.of(world), display);
            return this;
        } catch (RuntimeException failure) {
            remove();
            throw failure;
        }
    }

    public Stack stack() {
        return stack;
    }

    public Path dataDir() {
        return dataDir;
    }

    public int port(Part part) {
        return Objects.requireNonNull(ports.get(part));
    }

    @Override
    public void close() {
        if (!keep) {
            remove();
        }
    }

    private void remove() {
        if (closed.compareAndSet(false, true)) {
            try {
                stack.down(StackDisplay.SILENT);
                layout.keepArchives();
            } finally {
                removeData();
            }
        }
    }

    private void removeData() {
        try (Stream<Path> files = Files.walk(dataDir)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            System.err.println("\"" + dataDir + "\" was not removed: " + left.getMessage());
        }
    }
}
