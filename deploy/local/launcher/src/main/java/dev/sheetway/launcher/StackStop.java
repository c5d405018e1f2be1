package dev.sheetway.launcher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One {@code down}: services first and at once, then emulator, then broker, so that nobody loses what it still has to
 * write. A process that does not end within its grace is killed.
 */
final class StackStop {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final List<List<Part>> WAVES = List.of(
            List.of(Part.VERIFY_SERVICE, Part.SCHEMA_SERVICE, Part.BACKUP_SERVICE, Part.ORCHESTRATOR),
            List.of(Part.EMULATOR, Part.BROKER));

    private final PartRegistry registry;
    private final StackDisplay display;

    StackStop(PartRegistry registry, StackDisplay display) {
        this.registry = registry;
        this.display = display;
    }

    void run() {
        for (List<Part> wave : WAVES) {
            List<PartRegistry.Running> running = wave.stream()
                    .flatMap(part -> registry.running(part).stream())
                    .toList();
            running.forEach(part -> {
                display.stopping(part.part(), part.file().pid());
                part.process().destroy();
            });
            running.forEach(part -> display.stopped(part.part(), !endsWithin(part.process(), GRACE)));
            wave.forEach(registry::forget);
        }
    }

    /** Kills it after {@code grace}; true when that was not needed. */
    private static boolean endsWithin(ProcessHandle process, Duration grace) {
        try {
            process.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException tooSlow) {
            process.destroyForcibly();
            process.onExit().join();
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
