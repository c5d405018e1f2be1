package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.drift.KnownTables;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.HistoryText;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = {
            "What was ever asked of a spreadsheet, oldest first, and what people did to its known columns since.",
            "Where the live sheet cannot be read the journal's part is printed all the same."
        })
final class HistoryCommand implements Callable<Integer> {
    @Option(
            names = "--spreadsheet",
            required = true,
            paramLabel = "ID",
            converter = SpreadsheetArgument.class,
            description = "id or URL")
    SpreadsheetId spreadsheet = new SpreadsheetId("-");

    @Mixin
    SheetOption sheet = new SheetOption();

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        List<MigrationView> all =
                Migrations.of(connection.connect(), spreadsheet).migrations();
        DriftReport drift = DriftReport.read(sheet.connect(sourceSoFar(all)), spreadsheet, KnownTables.of(all));
        output.print(Console.system(), json(all, drift), HistoryText.of(all) + "\n\n" + drift.text());
        return Exit.DONE.code();
    }

    private static Optional<String> sourceSoFar(List<MigrationView> migrations) {
        return migrations.reversed().stream()
                .flatMap(migration -> migration.steps().stream())
                .flatMap(step -> step.result().stream())
                .map(StepResult::source)
                .findFirst();
    }

    private ObjectNode json(List<MigrationView> migrations, DriftReport drift) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("spreadsheetId", spreadsheet.value());
        json.putArray("migrations")
                .addAll(migrations.stream().map(MigrationJson::summary).toList());
        json.set("drift", drift.json());
        return json;
    }
}
