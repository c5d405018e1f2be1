package dev.sheetway.cli.command;

import dev.sheetway.contracts.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "approve", description = "Lets a migration that waits for an approval go on to expand.")
final class ApproveCommand extends Steering {
    @Option(names = "--reason", paramLabel = "TEXT", description = "for the journal")
    String reason = "";

    ApproveCommand() {
        super(Request.Steering.APPROVE);
    }

    @Override
    String reason() {
        return reason;
    }
}
