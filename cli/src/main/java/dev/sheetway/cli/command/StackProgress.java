package dev.sheetway.cli.command;

import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.StackDisplay;
import java.time.Duration;

/** Says what the launcher does, a line each. */
final class StackProgress implements StackDisplay {
    private final Console console;

    StackProgress(Console console) {
        this.console = console;
    }

    @Override
    public void alreadyRunning(Part part, long pid, int port) {
        say(part, "runs already", "pid " + pid + ", port " + port);
    }

    @Override
    public void starting(Part part, long pid, int port) {
        say(part, "starting", "pid " + pid + ", port " + port);
    }

    @Override
    public void ready(Part part, int port, Duration took) {
        say(part, "ready", "after " + Console.seconds(took));
    }

    @Override
    public void stopping(Part part, long pid) {
        say(part, "stopping", "pid " + pid);
    }

    @Override
    public void stopped(Part part, boolean forced) {
        say(part, "stopped", forced ? "killed: it did not end by itself" : "");
    }

    private void say(Part part, String what, String detail) {
        console.line(String.format(java.util.Locale.ROOT, "  %-15s %-13s %s", part.wireName(), what, detail)
                .stripTrailing());
    }
}
