package dev.sheetway.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A one-machine stack in one data directory; any launcher that is given the directory can steer it. */
public final class Stack {
    private final StackLayout layout;
    private final StackDir dir;
    private final Ports ports;
    private final PartRegistry registry;

    public Stack(StackLayout layout, StackDir dir, Ports ports) {
        this.layout = layout;
        this.dir = dir;
        this.ports = ports;
        this.registry = new PartRegistry(dir);
    }

    public StackDir dir() {
        return dir;
    }

    /**
     * Starts what does not run and returns when everything is ready; in the world that the data directory began with.
     *
     * @throws LauncherException when a port is taken or the tree is not built (nothing was started), or when a process
     *     ends or is not ready in time (the others go on)
     */
    public void up(StackDisplay display) {
        up(Optional.empty(), display);
    }

    /**
     * The same.
     *
     * @param wanted empty: the data directory's world, which is the emulator in a new one
     * @throws LauncherException also when the data directory began with another world
     */
    public void up(Optional<World> wanted, StackDisplay display) {
        locked(() -> {
            World world = world(wanted);
            new StackStart(dir, registry, registry.ports(ports), display, commands(ports(), world)).run(world);
        });
    }

    /** Whose spreadsheets this stack changes, or would. */
    public World world() {
        try {
            return dir.world().orElse(World.EMULATOR);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private World world(Optional<World> wanted) throws IOException {
        Optional<World> begun = dir.world();
        if (begun.isPresent() && wanted.isPresent() && !begun.equals(wanted)) {
            throw new LauncherException(
                    LauncherException.Kind.USAGE,
                    "data directory \"" + dir.root() + "\" began with "
                            + begun.get().flag() + ", found "
                            + wanted.get().flag()
                            + ": its journal speaks of other spreadsheets; nothing was started; choose another one"
                            + " with --data-dir");
        }
        return begun.or(() -> wanted).orElse(World.EMULATOR);
    }

    private PartCommands commands(Map<Part, Integer> places, World world) {
        return new PartCommands(layout, dir, places, world);
    }

    /** Stops what runs, newest first; only processes that this directory's launcher started. */
    public void down(StackDisplay display) {
        if (Files.isDirectory(dir.run())) {
            locked(() -> new StackStop(registry, display).run());
        }
    }

    public List<PartStatus> ps() {
        return registry.statuses(ports);
    }

    /** Port of each part: where it listens, or would. */
    public Map<Part, Integer> ports() {
        return registry.ports(ports);
    }

    /** The process of {@code part}, when it runs. */
    public Optional<ProcessHandle> process(Part part) {
        return registry.running(part).map(PartRegistry.Running::process);
    }

    /**
     * Starts a second process of a service beside the one that {@link #up} steers; whoever asks for it ends it. It is
     * not waited for.
     *
     * @throws LauncherException when it could not be started
     */
    public ProcessHandle another(Part service) {
        Map<Part, Integer> places = new EnumMap<>(ports());
        places.put(service, Objects.requireNonNull(Ports.free().chosen().get(service)));
        PartCommand command = commands(places, world()).of(service).asInstance(service.wireName() + "-2");
        Path log = dir.logOf(service).resolveSibling(service.wireName() + "-2.log");
        try {
            return DetachedProcess.start(command, layout.home(), log);
        } catch (IOException failure) {
            throw new LauncherException(
                    LauncherException.Kind.NOT_READY,
                    "a second " + service.wireName() + " could not be started: " + failure.getMessage());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** One launcher at a time: two {@code up} at once would start everything twice. */
    private void locked(Work action) {
        try {
            dir.create();
            Path lock = dir.run().resolve("launcher.lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                assert held.isValid();
                action.run();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("data directory \"" + dir.root() + "\": " + failure.getMessage(), failure);
        }
    }
}
