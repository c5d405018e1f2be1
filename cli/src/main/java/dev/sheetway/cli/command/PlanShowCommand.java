package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Previews a plan on a spreadsheet: reads everything, writes nothing.")
final class PlanShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "plan file, YAML or JSON")
    Path plan = Path.of("");

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
    public Integer call() throws IOException {
        Console console = Console.system();
        MigrationPlan read = PlanReader.read(plan);
        Request request = new Request.Preview(
                UUID.randomUUID().toString(), spreadsheet, RequestedBy.name(), read, PlanJson.checksum(read));
        MigrationView preview = new Publishing(connection.connect(), new ProgressDisplay(console.silenced()))
                .follow(request, MigrationId.of(spreadsheet, request.requestId()), false, view -> view.outcome()
                        .isRest());
        ObjectNode json = MigrationJson.detailed(preview);
        PreviewText.result(preview).filter(result -> !result.noop()).ifPresent(result -> {
            json.set("expected", Expected.of(result, read).json());
            PreviewText.warnings(result, read).forEach(json.withArray("warnings")::add);
        });
        output.print(console, json, PreviewText.of(preview));
        return preview.outcome().exit().code();
    }
}
