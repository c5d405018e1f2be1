package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = "Starts what is missing of the one-machine stack: broker, emulator, orchestrator, services.")
final class UpCommand implements Callable<Integer> {
    @Mixin
    StackOptions options = new StackOptions();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Console console = Console.system();
        Stack stack = options.stack();
        stack.up(new StackProgress(output.isJson() ? console.silenced() : console));
        output.print(
                console,
                StackText.json(stack.ps()),
                "everything is ready; data and logs: " + stack.dir().root());
        return Exit.DONE.code();
    }
}
