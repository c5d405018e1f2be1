package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.MigrationText;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Waiver;
import dev.sheetway.wire.Json;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "apply", description = "Publishes a migration and follows it to its end.")
final class ApplyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "plan file, YAML or JSON")
    Path plan = Path.of("");

    @Option(
            names = "--spreadsheet",
            required = true,
            paramLabel = "ID",
            converter = SpreadsheetArgument.class,
            description = "id or URL")
    SpreadsheetId spreadsheet = new SpreadsheetId("-");

    @Option(names = "--dry-run", description = "preview: reads everything, writes nothing")
    boolean dryRun;

    @Option(names = "--detach", description = "return as soon as the request is stored")
    boolean detach;

    @Option(names = "--require-approval", description = "wait between backup and expand for ./sheetway approve")
    boolean requireApproval;

    @Option(
            names = "--unprobed",
            description = "also against a Google that doctor --probe-google has not passed with; journalled")
    boolean unprobed;

    @Option(names = "--yes", description = "do not ask on a terminal")
    boolean yes;

    @Option(
            names = "--request-id",
            paramLabel = "ID",
            description = "idempotency key; the same id and plan is the same migration; default: a random one")
    Optional<String> requestId = Optional.empty();

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        MigrationPlan read = PlanReader.read(plan);
        if (!dryRun && !yes && !Confirmation.ask(console, read, spreadsheet)) {
            throw new CliFailure(Exit.USAGE, "not confirmed: nothing was published");
        }
        Bus bus = connection.connect();
        Request request = request(read);
        MigrationId id = MigrationId.of(spreadsheet, request.requestId());
        ProgressDisplay display = new ProgressDisplay(output.isJson() ? console.silenced() : console);
        Publishing publishing = new Publishing(bus, display);
        if (detach) {
            publishing.send(request);
            return detached(console, request, id);
        }
        try (Detaching detaching = Detaching.from(id, display)) {
            return show(
                    console,
                    publishing.follow(request, id, requestId.isPresent(), view -> view.outcome()
                            .isRest()),
                    request);
        }
    }

    private Request request(MigrationPlan read) {
        String chosen = requestId.orElseGet(() -> UUID.randomUUID().toString());
        String who = RequestedBy.name();
        String checksum = PlanJson.checksum(read);
        return dryRun
                ? new Request.Preview(chosen, spreadsheet, who, read, checksum)
                : new Request.Migrate(chosen, spreadsheet, who, requireApproval, read, checksum)
                        .waiving(unprobed ? Optional.of(Waiver.UNPROBED) : Optional.empty());
    }

    private int detached(Console console, Request request, MigrationId id) {
        output.print(
                console,
                Json.mapper()
                        .createObjectNode()
                        .put("migrationId", id.toString())
                        .put("requestId", request.requestId())
                        .put("spreadsheetId", spreadsheet.value()),
                "stored: migration " + id + "; follow it with ./sheetway watch " + id);
        return Exit.DONE.code();
    }

    private int show(Console console, MigrationView result, Request request) {
        boolean refused = result.outcome().exit() == Exit.DONE && Publishing.isRejected(result, request);
        if (output.isJson()) {
            output.print(console, MigrationJson.detailed(result), "");
        } else if (result.isPreview()) {
            console.line(PreviewText.of(result));
        } else if (!MigrationText.lastLine(result).isEmpty()) {
            console.line(MigrationText.lastLine(result));
        }
        return refused ? Exit.REFUSED.code() : result.outcome().exit().code();
    }
}
