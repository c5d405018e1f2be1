package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.Stack;
import dev.sheetway.launcher.World;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts what is missing of the one-machine stack: broker, emulator, orchestrator, services.")
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--google",
            description = "Google itself with this machine's application default credentials, no emulator; a data"
                    + " directory keeps what it began with")
    boolean google;

    @Mixin
    StackOptions options = new StackOptions();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Console console = Console.system();
        Stack stack = options.stack();
        stack.up(
                google ? Optional.of(World.GOOGLE) : Optional.empty(),
                new StackProgress(output.isJson() ? console.silenced() : console));
        output.print(
                console,
                StackText.json(stack.ps()),
                "everything is ready" + (stack.world() == World.GOOGLE ? ", against Google" : "") + "; data and logs: "
                        + stack.dir().root());
        return Exit.DONE.code();
    }
}
