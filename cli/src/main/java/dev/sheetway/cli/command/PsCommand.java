package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.launcher.PartStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ps", description = "Shows the processes of the one-machine stack.")
final class PsCommand implements Callable<Integer> {
    @Mixin
    StackOptions options = new StackOptions();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        List<PartStatus> parts = options.stack().ps();
        output.print(Console.system(), StackText.json(parts), StackText.table(parts));
        return Exit.DONE.code();
    }
}
