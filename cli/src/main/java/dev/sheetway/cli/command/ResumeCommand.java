package dev.sheetway.cli.command;

import dev.sheetway.contracts.request.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "resume", description = "Lets a paused migration or a stuck rollback try again.")
final class ResumeCommand extends Steering {
    @Option(names = "--reason", paramLabel = "TEXT", description = "for the journal")
    String reason = "";

    ResumeCommand() {
        super(Request.Steering.RESUME);
    }

    @Override
    String reason() {
        return reason;
    }
}
