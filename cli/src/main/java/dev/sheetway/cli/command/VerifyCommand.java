package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.cli.report.Verification;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = {
            "Runs the checks alone, against the backup of the migration that the plan made; writes nothing.",
            "Exit 0: every check passed, 1: one failed."
        })
final class VerifyCommand implements Callable<Integer> {
    /** Codes of failures after which nothing is known of the sheet. */
    private static final Set<String> NOBODY_LOOKED = Set.of(
            "google-unreachable",
            "google-unavailable",
            "google-timeout",
            "connection-lost",
            "rate-limited",
            "token-unavailable",
            "no-answer");

    @Parameters(paramLabel = "PLAN", description = "plan file, YAML or JSON; the one that was applied last")
    Path plan = Path.of("");

    @Option(
            names = "--spreadsheet",
            required = true,
            paramLabel = "ID",
            converter = SpreadsheetArgument.class,
            description = "id or URL")
    SpreadsheetId spreadsheet = new SpreadsheetId("-");

    @Option(names = "--request-id", paramLabel = "ID", description = "idempotency key; default: a random one")
    Optional<String> requestId = Optional.empty();

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        MigrationPlan read = PlanReader.read(plan);
        Request request = new Request.Verify(
                requestId.orElseGet(() -> UUID.randomUUID().toString()),
                spreadsheet,
                RequestedBy.name(),
                read,
                PlanJson.checksum(read));
        MigrationId id = MigrationId.of(spreadsheet, request.requestId());
        ProgressDisplay display = new ProgressDisplay(output.isJson() ? console.silenced() : console);
        MigrationView result = new Publishing(connection.connect(), display)
                .follow(request, id, requestId.isPresent(), view -> view.outcome()
                        .isRest());
        Verification verification = new Verification(result);
        output.print(console, verification.json(), verification.text());
        boolean refused = result.outcome().exit() == Exit.DONE && Publishing.isRejected(result, request);
        return (refused ? Exit.REFUSED : exit(verification)).code();
    }

    /** A report that fails is an answer; without one somebody must see to it that there can be one. */
    private static Exit exit(Verification verification) {
        Exit usual = verification.view().outcome().exit();
        if (verification.isReported() || verification.failure().isEmpty()) {
            return usual;
        }
        if (NOBODY_LOOKED.contains(verification.failure().get().code())) {
            return Exit.UNREACHABLE;
        }
        return verification.failure().get().failureClass() == FailureClass.PAUSE ? Exit.PERSON_NEEDED : usual;
    }
}
