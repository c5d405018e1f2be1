package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.MigrationText;
import dev.sheetway.contracts.SpreadsheetId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "history", description = "Lists the migrations of a spreadsheet, oldest first.")
final class HistoryCommand implements Callable<Integer> {
    @Option(
            names = "--spreadsheet",
            required = true,
            paramLabel = "ID",
            converter = SpreadsheetArgument.class,
            description = "id or URL")
    SpreadsheetId spreadsheet = new SpreadsheetId("-");

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        List<MigrationView> all =
                Migrations.of(connection.connect(), spreadsheet).migrations();
        output.print(Console.system(), all.stream().map(MigrationJson::summary).toList(), MigrationText.list(all));
        return Exit.DONE.code();
    }
}
