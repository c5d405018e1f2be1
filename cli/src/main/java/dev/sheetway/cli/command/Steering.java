package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Outcome;
import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.ProgressDisplay;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.wire.Json;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the steering commands share: publish the request, wait for the journal's answer to it. */
abstract class Steering implements java.util.concurrent.Callable<Integer> {
    @Parameters(paramLabel = "MIGRATION", description = "id or its beginning")
    String migration = "";

    @Option(names = "--request-id", paramLabel = "ID", description = "idempotency key; default: a random one")
    Optional<String> requestId = Optional.empty();

    @Option(names = "--detach", description = "return as soon as the request is stored")
    boolean detach;

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    private final Request.Steering steering;

    Steering(Request.Steering steering) {
        this.steering = steering;
    }

    /** Why, for the journal. */
    abstract String reason();

    @Override
    public Integer call() {
        Console console = Console.system();
        Bus bus = connection.connect();
        MigrationView known = Migrations.find(Migrations.all(bus), migration);
        Request.Steer request = new Request.Steer(
                requestId.orElseGet(() -> UUID.randomUUID().toString()),
                known.spreadsheetId(),
                RequestedBy.name(),
                steering,
                known.id(),
                reason());
        ProgressDisplay display = new ProgressDisplay(output.isJson() ? console.silenced() : console);
        Publishing publishing = new Publishing(bus, display);
        if (detach) {
            publishing.send(request);
            output.print(
                    console,
                    Json.mapper()
                            .createObjectNode()
                            .put("migrationId", known.id().toString())
                            .put("requestId", request.requestId()),
                    "stored: follow it with ./sheetway watch " + known.id());
            return Exit.DONE.code();
        }
        MigrationView result = awaited(publishing, request, display);
        if (output.isJson()) {
            output.print(console, MigrationJson.detailed(result), "");
        }
        return exit(result, request).code();
    }

    private MigrationView awaited(Publishing publishing, Request.Steer request, ProgressDisplay display) {
        try (Detaching detaching = Detaching.from(request.migrationId(), display)) {
            return publishing.follow(
                    request, request.migrationId(), requestId.isPresent(), view -> isAnswered(view, request));
        }
    }

    /** Cancelling and rolling back are awaited to their end; the others are done when they are in force. */
    private boolean isAnswered(MigrationView view, Request.Steer request) {
        return switch (steering) {
            case APPROVE, RESUME, PAUSE -> hasAnswer(view, request);
            case CANCEL, ROLLBACK, RESTORE ->
                hasAnswer(view, request) && view.outcome().isRest();
        };
    }

    private static boolean hasAnswer(MigrationView view, Request.Steer request) {
        String id = request.requestId();
        return view.entries().stream().map(Recorded::entry).anyMatch(entry -> answers(entry, id));
    }

    private static boolean answers(JournalEntry entry, String requestId) {
        return entry instanceof JournalEntry.MigrationResumed resumed
                        && resumed.requestId().equals(requestId)
                || entry instanceof JournalEntry.MigrationPaused paused
                        && paused.requestId().filter(requestId::equals).isPresent()
                || entry instanceof JournalEntry.RollbackStarted started
                        && started.requestId().filter(requestId::equals).isPresent();
    }

    /** A rollback that somebody asked for is no failure. */
    private static Exit exit(MigrationView result, Request.Steer request) {
        if (Publishing.isRejected(result, request)) {
            return Exit.REFUSED;
        }
        return switch (request.steering()) {
            case APPROVE, PAUSE, RESUME -> Exit.DONE;
            case CANCEL, ROLLBACK, RESTORE ->
                result.outcome() == Outcome.ROLLED_BACK || result.outcome() == Outcome.RESTORED
                        ? Exit.DONE
                        : result.outcome().exit();
        };
    }
}
