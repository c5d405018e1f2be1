package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.quarantine.Quarantined;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        description = "Shows headers and bytes of one record, escaped. They may hold anything, cells of a sheet too.")
final class QuarantineShowCommand implements Callable<Integer> {
    @Mixin
    QuarantinedArgument record = new QuarantinedArgument();

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Quarantined kept = record.read(connection.connect());
        output.print(Console.system(), QuarantineText.whole(kept), QuarantineText.show(kept));
        return Exit.DONE.code();
    }
}
