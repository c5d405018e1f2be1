package dev.sheetway.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs the orchestrator once with {@code --rebuild} and waits for its end. */
final class OrchestratorRebuild {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int TAIL = 12;

    private final PartCommands commands;
    private final Path log;

    /** @param log that the orchestrator's lines are appended to */
    OrchestratorRebuild(PartCommands commands, Path log) {
        this.commands = commands;
        this.log = log;
    }

    static void refuse(PartRegistry.Running orchestrator) {
        throw new LauncherException(
                LauncherException.Kind.USAGE,
                "the orchestrator runs (pid " + orchestrator.file().pid()
                        + "): expected none while its store is made again; nothing was changed; run ./sheetway down"
                        + " first");
    }

    void run() {
        PartCommand command = commands.of(Part.ORCHESTRATOR).with("--rebuild");
        try {
            ProcessBuilder builder = new ProcessBuilder(command.command())
                    .directory(commands.home().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(command.environment());
            await(builder.start());
        } catch (IOException failure) {
            throw failed("could not be started: " + failure.getMessage());
        }
    }

    private void await(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("did not end within " + PATIENCE.toMinutes() + " minutes and was ended");
            }
            if (process.exitValue() != 0) {
                throw failed("ended with code " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private LauncherException failed(String how) {
        return new LauncherException(
                LauncherException.Kind.NOT_READY,
                "the rebuild " + how + "; store and offsets are what they were; end of " + log + ":\n"
                        + LogTail.last(log, TAIL).indent(2));
    }
}
