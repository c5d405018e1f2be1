package dev.sheetway.cli.command;

import dev.sheetway.contracts.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "pause", description = "Stops a migration before its next step.")
final class PauseCommand extends Steering {
    @Option(names = "--reason", paramLabel = "TEXT", description = "for the journal")
    String reason = "";

    PauseCommand() {
        super(Request.Steering.PAUSE);
    }

    @Override
    String reason() {
        return reason;
    }
}
