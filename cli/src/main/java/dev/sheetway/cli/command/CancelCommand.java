package dev.sheetway.cli.command;

import dev.sheetway.contracts.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "cancel", description = "Ends a migration; what it wrote is rolled back.")
final class CancelCommand extends Steering {
    @Option(names = "--reason", paramLabel = "TEXT", description = "for the journal")
    String reason = "";

    CancelCommand() {
        super(Request.Steering.CANCEL);
    }

    @Override
    String reason() {
        return reason;
    }
}
