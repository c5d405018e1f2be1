package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.quarantine.QuarantineReader;
import dev.sheetway.cli.quarantine.Quarantined;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Lists what could not be read, oldest first: where it stands, when, and why.")
final class QuarantineListCommand implements Callable<Integer> {
    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        List<Quarantined> all;
        try (QuarantineReader reader = new QuarantineReader(connection.connect())) {
            all = reader.all();
        }
        output.print(Console.system(), QuarantineText.json(all), QuarantineText.list(all));
        return Exit.DONE.code();
    }
}
