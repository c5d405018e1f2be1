package dev.sheetway.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the orchestrator once with {@code --rebuild} and waits for its end. */
final class OrchestratorRebuild {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int TAIL = 12;

    private final StackLayout layout;
    private final StackDir dir;
    private final Map<Part, Integer> ports;

    OrchestratorRebuild(StackLayout layout, StackDir dir, Map<Part, Integer> ports) {
        this.layout = layout;
        this.dir = dir;
        this.ports = Map.copyOf(ports);
    }

    static void refuse(PartRegistry.Running orchestrator) {
        throw new LauncherException(
                LauncherException.Kind.USAGE,
                "the orchestrator runs (pid " + orchestrator.file().pid()
                        + "): expected none while its store is made again; nothing was changed; run ./sheetway down"
                        + " first");
    }

    void run() {
        Path log = dir.logOf(Part.ORCHESTRATOR);
        PartCommand command =
                new PartCommands(layout, dir, ports).of(Part.ORCHESTRATOR).with("--rebuild");
        try {
            ProcessBuilder builder = new ProcessBuilder(command.command())
                    .directory(layout.home().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(command.environment());
            await(builder.start(), log);
        } catch (IOException failure) {
            throw failed("could not be started: " + failure.getMessage(), log);
        }
    }

    private static void await(Process process, Path log) {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("did not end within " + PATIENCE.toMinutes() + " minutes and was ended", log);
            }
            if (process.exitValue() != 0) {
                throw failed("ended with code " + process.exitValue(), log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", log);
        } finally {
            process.destroyForcibly();
        }
    }

    private static LauncherException failed(String how, Path log) {
        return new LauncherException(
                LauncherException.Kind.NOT_READY,
                "the rebuild " + how + "; store and offsets are what they were; end of " + log + ":\n"
                        + LogTail.last(log, TAIL).indent(2));
    }
}
