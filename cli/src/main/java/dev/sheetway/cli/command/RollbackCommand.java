package dev.sheetway.cli.command;

import dev.sheetway.contracts.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rollback",
        description = "Takes a migration back: also a completed one, while its rollback window is open.")
final class RollbackCommand extends Steering {
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "for the journal")
    String reason = "";

    RollbackCommand() {
        super(Request.Steering.ROLLBACK);
    }

    @Override
    String reason() {
        return reason;
    }
}
