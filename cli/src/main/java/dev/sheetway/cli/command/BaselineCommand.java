package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Waiver;
import dev.sheetway.wire.BaselinePlan;
import dev.sheetway.wire.PlanJson;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Here {@code --version} is the sheet's, so the inherited standard options make way and help is declared again. */
@Command(
        name = "baseline",
        description = "Adopts an existing sheet: anchors its columns and records its schema version; changes no cell.")
final class BaselineCommand implements Callable<Integer> {
    @Option(
            names = "--spreadsheet",
            required = true,
            paramLabel = "ID",
            converter = SpreadsheetArgument.class,
            description = "id or URL")
    SpreadsheetId spreadsheet = new SpreadsheetId("-");

    @Option(names = "--tab", required = true, paramLabel = "NAME", description = "title of the tab")
    String tab = "";

    @Option(names = "--version", required = true, paramLabel = "V", description = "schema version that the tab has")
    String version = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "schema's name, metadata.name of its plans; default: made of the tab's title")
    Optional<String> name = Optional.empty();

    @Option(names = "--header-row", paramLabel = "N", description = "1-based; default: 1")
    int headerRow = 1;

    @Option(
            names = "--unprobed",
            description = "also in a Google that doctor --probe-google has not passed with; journalled")
    boolean unprobed;

    @Option(names = "--request-id", paramLabel = "ID", description = "idempotency key; default: a random one")
    Optional<String> requestId = Optional.empty();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    boolean help;

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        Console console = Console.system();
        MigrationPlan plan = BaselinePlan.of(tab, headerRow, version, name);
        Request request = new Request.Baseline(
                requestId.orElseGet(() -> UUID.randomUUID().toString()),
                spreadsheet,
                RequestedBy.name(),
                plan,
                PlanJson.checksum(plan),
                unprobed ? Optional.of(Waiver.UNPROBED) : Optional.empty());
        MigrationId id = MigrationId.of(spreadsheet, request.requestId());
        ProgressDisplay display = new ProgressDisplay(output.isJson() ? console.silenced() : console);
        try (Detaching detaching = Detaching.from(id, display)) {
            MigrationView result = new Publishing(connection.connect(), display)
                    .follow(request, id, requestId.isPresent(), view -> view.outcome()
                            .isRest());
            if (output.isJson()) {
                output.print(console, MigrationJson.detailed(result), "");
            }
            boolean refused = result.outcome().exit() == Exit.DONE && Publishing.isRejected(result, request);
            return (refused ? Exit.REFUSED : result.outcome().exit()).code();
        }
    }
}
