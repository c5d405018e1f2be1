package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.quarantine.Place;
import dev.sheetway.cli.quarantine.Quarantined;
import dev.sheetway.cli.quarantine.Redrive;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "redrive",
        description = {
            "Publishes one record again where it came from, byte by byte, under its old id; requests pass the"
                    + " orchestrator's checks like any other and count as asked for now.",
            "Twice is harmless: a copy changes nothing. What nobody can read still is refused without --force."
        })
final class QuarantineRedriveCommand implements Callable<Integer> {
    @Mixin
    QuarantinedArgument record = new QuarantinedArgument();

    @Option(names = "--yes", description = "do not ask")
    boolean yes;

    @Option(names = "--force", description = "also what this release cannot read: a newer one may be running")
    boolean force;

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Override
    public Integer call() throws IOException {
        Console console = Console.system();
        Bus bus = connection.connect();
        Quarantined kept = record.read(bus);
        String target = Redrive.target(kept);
        Optional<String> unreadable = Redrive.stillUnreadable(kept);
        if (unreadable.isPresent() && !force) {
            throw new CliFailure(
                    Exit.REFUSED,
                    "record " + kept.place() + " would only come back: " + QuarantineText.reason(unreadable.get())
                            + "; nothing was published; send a corrected one yourself, or use --force when a newer"
                            + " release is running");
        }
        String question =
                "Publish " + kept.place() + " of " + kept.at() + " to " + target + " again, as asked for now?";
        if (!yes && !Confirmation.ask(console, question)) {
            console.error("nothing was published");
            return Exit.USAGE.code();
        }
        Place stored = new Redrive(bus).publish(kept);
        console.line("published as " + stored + "; it stays in the quarantine until its 30 days are over");
        return Exit.DONE.code();
    }
}
