package dev.sheetway.resilience;

import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The six processes of a stack, and signals for them. */
final class Processes {
    private final PrivateStack stack;

    Processes(PrivateStack stack) {
        this.stack = stack;
    }

    void freeze(Part part) {
        signal("-STOP", part);
    }

    /** Nothing to do for one that does not run. */
    void thaw(Part part) {
        if (stack.stack().process(part).isPresent()) {
            signal("-CONT", part);
        }
    }

    /** {@code kill -9}; returns when it is dead. */
    void kill(Part part) {
        stack.stack().process(part).ifPresent(process -> {
            process.destroyForcibly();
            try {
                process.onExit().get(30, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException failure) {
                throw new IllegalStateException(part.wireName() + " did not die", failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        });
    }

    /** A second process of a service; the caller ends it. */
    ProcessHandle another(Part service) {
        return stack.stack().another(service);
    }

    /** Starts what does not run, waits until everything is ready. */
    void up() {
        stack.stack().up(StackDisplay.SILENT);
    }

    /** Peak resident memory, as Linux counts it; empty for a process that does not run, or elsewhere. */
    Optional<Long> peakKilobytes(Part part) {
        return stack.stack()
                .process(part)
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "status"))
                .filter(Files::isReadable)
                .flatMap(Processes::peak);
    }

    private static Optional<Long> peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    private void signal(String signal, Part part) {
        long pid = stack.stack().process(part).orElseThrow().pid();
        try {
            int exit = new ProcessBuilder("kill", signal, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill " + signal + " " + pid + ": exit " + exit);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
