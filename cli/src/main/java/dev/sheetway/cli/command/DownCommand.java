package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops the one-machine stack; its data stays.")
final class DownCommand implements Callable<Integer> {
    @Mixin
    StackOptions options = new StackOptions();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Console console = Console.system();
        Stack stack = options.stack();
        stack.down(new StackProgress(output.isJson() ? console.silenced() : console));
        output.print(
                console,
                StackText.json(stack.ps()),
                "stopped; data stays in " + stack.dir().root());
        return Exit.DONE.code();
    }
}
