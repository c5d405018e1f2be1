package dev.sheetway.cli.command;

import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.journal.JournalReader;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.ProgressDisplay;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "watch", description = "Shows a migration from its beginning and follows it to its end.")
final class WatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MIGRATION", description = "id or its beginning")
    String migration = "";

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Console console = Console.system();
        Bus bus = connection.connect();
        MigrationView known = Migrations.find(Migrations.all(bus), migration);
        ProgressDisplay display = new ProgressDisplay(output.isJson() ? console.silenced() : console);
        try (JournalReader reader = new JournalReader(bus);
                Detaching detaching = Detaching.from(known.id(), display)) {
            int partition = known.entries().getFirst().place().partition();
            long first = known.entries().getFirst().place().offset();
            MigrationView result = new Follow(reader, display, known.id())
                    .until(partition, first, reader.endOf(partition), view -> view.outcome()
                            .isRest());
            if (output.isJson()) {
                output.print(console, MigrationJson.detailed(result), "");
            }
            return result.outcome().exit().code();
        }
    }
}
