package dev.sheetway.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One {@code up}. Phases: check everything, start broker and emulator, wait, start the services, wait. */
final class StackStart {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration DYING = Duration.ofMillis(700);
    private static final List<Part> FOUNDATION = List.of(Part.BROKER, Part.EMULATOR);

    private final StackDir dir;
    private final PartRegistry registry;
    private final Map<Part, Integer> ports;
    private final PartCommands commands;
    private final StackDisplay display;

    StackStart(
            StackDir dir,
            PartRegistry registry,
            Map<Part, Integer> ports,
            StackDisplay display,
            PartCommands commands) {
        this.dir = dir;
        this.registry = registry;
        this.ports = ports;
        this.commands = commands;
        this.display = display;
    }

    void run(World world) throws IOException {
        List<Part> parts = world.parts();
        Map<Part, PartRegistry.Running> running = new EnumMap<>(Part.class);
        for (Part part : parts) {
            registry.running(part).filter(this::staysAlive).ifPresent(found -> running.put(part, found));
        }
        running.values().forEach(this::keepsItsPort);
        List<Part> missing =
                parts.stream().filter(part -> !running.containsKey(part)).toList();
        checkPorts(missing);
        missing.forEach(commands::of); // refuses a tree that is not built before anything starts
        running.values()
                .forEach(found -> display.alreadyRunning(
                        found.part(), found.file().pid(), found.file().port()));
        dir.begin(world);
        startAndAwait(running, parts.stream().filter(FOUNDATION::contains).toList());
        startAndAwait(running, parts);
    }

    /** A process that was killed a moment ago may show as running: one that is not ready gets time to end. */
    private boolean staysAlive(PartRegistry.Running found) {
        if (registry.isReady(found)) {
            return true;
        }
        try {
            found.process().onExit().get(DYING.toMillis(), TimeUnit.MILLISECONDS);
            return false;
        } catch (TimeoutException stillRuns) {
            return true;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException(LauncherException.Kind.NOT_READY, "interrupted; nothing was started");
        }
    }

    private void keepsItsPort(PartRegistry.Running found) {
        int wanted = port(found.part());
        if (wanted != found.file().port()) {
            throw new LauncherException(
                    LauncherException.Kind.USAGE,
                    found.part().wireName() + " runs on port " + found.file().port() + " (pid "
                            + found.file().pid() + "), asked for " + wanted
                            + ": nothing was started; run ./sheetway down first");
        }
    }

    private void checkPorts(List<Part> missing) {
        List<String> taken = missing.stream()
                .filter(part -> !Ports.isFree(port(part)))
                .map(part -> "port " + port(part) + " for " + part.wireName() + " is taken by "
                        + PortOwner.describe(port(part)) + ": choose another one with " + part.portFlag() + " or "
                        + part.portVariable())
                .toList();
        if (!taken.isEmpty()) {
            throw new LauncherException(
                    LauncherException.Kind.USAGE, String.join("\n", taken) + "\nnothing was started");
        }
    }

    private void startAndAwait(Map<Part, PartRegistry.Running> running, List<Part> parts) {
        List<PartRegistry.Running> awaited = new ArrayList<>();
        for (Part part : parts) {
            Optional<PartRegistry.Running> known = Optional.ofNullable(running.get(part));
            PartRegistry.Running found = known.orElseGet(() -> start(part));
            if (known.isEmpty() || !registry.isReady(found)) {
                running.put(part, found);
                awaited.add(found);
            }
        }
        new ReadinessWait(dir, registry, display, PATIENCE).await(awaited);
    }

    private PartRegistry.Running start(Part part) {
        PartCommand command = commands.of(part);
        try {
            if (part == Part.BROKER) {
                Files.deleteIfExists(dir.brokerPortFile()); // else the last broker's would count as this one's
            }
            ProcessHandle process = DetachedProcess.start(command, commands.home(), dir.logOf(part));
            PartRegistry.Running running = registry.remember(part, process, port(part), command.hash());
            display.starting(part, process.pid(), port(part));
            return running;
        } catch (IOException failure) {
            throw new LauncherException(
                    LauncherException.Kind.NOT_READY,
                    part.wireName() + " could not be started: " + failure.getMessage());
        }
    }

    private int port(Part part) {
        return Objects.requireNonNull(ports.get(part));
    }
}
