package dev.sheetway.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known of a stack's processes: the run files held against what really runs. */
final class PartRegistry {
    private final StackDir dir;
    private final Readiness readiness;

    PartRegistry(StackDir dir) {
        this.dir = dir;
        this.readiness = new Readiness(dir);
    }

    /** A process of ours that runs. */
    record Running(Part part, ProcessHandle process, RunFile file) {}

    Optional<Running> running(Part part) {
        return RunFile.read(dir.runFileOf(part))
                .flatMap(file -> file.process().map(process -> new Running(part, process, file)));
    }

    /** The port of each part: chosen, else the one it had, else its default. */
    Map<Part, Integer> ports(Ports ports) {
        Map<Part, Integer> resolved = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            int known = RunFile.read(dir.runFileOf(part)).map(RunFile::port).orElse(part.defaultPort());
            resolved.put(part, ports.chosen().getOrDefault(part, known));
        }
        return resolved;
    }

    boolean isReady(Running running) {
        return readiness.isReady(running.part(), running.file().port());
    }

    List<PartStatus> statuses(Ports ports) {
        Map<Part, Integer> resolved = ports(ports);
        return List.of(Part.values()).parallelStream()
                .map(part -> status(part, resolved.getOrDefault(part, part.defaultPort())))
                .toList();
    }

    private PartStatus status(Part part, int port) {
        Optional<Running> running = running(part);
        if (running.isPresent()) {
            PartState state = isReady(running.get()) ? PartState.READY : PartState.STARTING;
            OptionalLong pid = OptionalLong.of(running.get().file().pid());
            return new PartStatus(part, pid, running.get().file().port(), state);
        }
        // a process that was told to stop leaves no run file
        PartState state = Files.exists(dir.runFileOf(part)) ? PartState.FAILED : PartState.STOPPED;
        return new PartStatus(part, OptionalLong.empty(), port, state);
    }

    Running remember(Part part, ProcessHandle process, int port, String commandHash) {
        RunFile file = new RunFile(
                process.pid(), process.info().startInstant().orElse(java.time.Instant.EPOCH), port, commandHash);
        try {
            file.write(dir.runFileOf(part));
        } catch (IOException failure) {
            process.destroyForcibly(); // nobody could find it again
            throw new UncheckedIOException(failure);
        }
        return new Running(part, process, file);
    }

    void forget(Part part) {
        try {
            Files.deleteIfExists(dir.runFileOf(part));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
