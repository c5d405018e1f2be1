package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.quarantine.Place;
import dev.sheetway.cli.quarantine.QuarantineReader;
import dev.sheetway.cli.quarantine.Quarantined;
import dev.sheetway.wire.Topics;
import picocli.CommandLine.Parameters;

/** Which record of the quarantine. */
final class QuarantinedArgument {
    @Parameters(
            paramLabel = "RECORD",
            description = "as quarantine list shows it: sheetway.quarantine-PARTITION@OFFSET, or PARTITION@OFFSET")
    String text = "";

    /** @throws CliFailure ({@link Exit#USAGE}) when there is no such record */
    Quarantined read(Bus bus) {
        Place place = Place.parse(text, Topics.QUARANTINE)
                .orElseThrow(() -> new CliFailure(
                        Exit.USAGE,
                        "record \"" + text + "\": expected PARTITION@OFFSET, such as 3@17, or " + Topics.QUARANTINE
                                + "-3@17"));
        try (QuarantineReader reader = new QuarantineReader(bus)) {
            return reader.at(place)
                    .orElseThrow(() -> new CliFailure(
                            Exit.USAGE,
                            "there is no record " + place + ": expected one that quarantine list shows; records are"
                                    + " kept for 30 days"));
        }
    }
}
