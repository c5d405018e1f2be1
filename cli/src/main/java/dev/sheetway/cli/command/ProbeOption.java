package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.doctor.Google;
import dev.sheetway.cli.doctor.ProbeText;
import dev.sheetway.cli.doctor.ProbeWaits;
import dev.sheetway.cli.output.Console;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.wire.Release;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.probe.Evidence;
import dev.sheetway.workspace.probe.GoogleProbe;
import dev.sheetway.workspace.probe.NotDisposable;
import dev.sheetway.workspace.probe.ProbeOptions;
import dev.sheetway.workspace.probe.ProbeReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code doctor --probe-google} and what belongs to it. */
final class ProbeOption {
    @Option(
            names = "--probe-google",
            description = "find out how Google answers the open questions; needs --spreadsheet")
    boolean wanted;

    @Option(
            names = "--spreadsheet",
            paramLabel = "DISPOSABLE",
            converter = SpreadsheetArgument.class,
            description = "id or URL of a spreadsheet that nobody needs; its title says \"disposable\"")
    Optional<SpreadsheetId> spreadsheet = Optional.empty();

    @Option(
            names = "--title",
            paramLabel = "TITLE",
            description = "the spreadsheet's exact title, when it does not say \"disposable\" and nobody needs it")
    Optional<String> title = Optional.empty();

    @Option(
            names = "--folder",
            paramLabel = "ID",
            description = "of a shared drive, for copies that a service account may not own")
    Optional<String> folder = Optional.empty();

    @Option(names = "--exhaust-quota", description = "use up the account's reads of one minute, to see what a 429 says")
    boolean exhaustQuota;

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "where the evidence file goes; default: probes in the data directory")
    Optional<Path> directory = Optional.empty();

    boolean wanted() {
        return wanted;
    }

    /**
     * Probes, writes the evidence file, prints what was found.
     *
     * @param otherwise where the evidence file goes when nothing else is asked for
     * @return {@link Exit#FAILED} when an answer is one that Sheetway is not prepared for
     */
    Exit run(Optional<URI> emulator, Path otherwise, OutputOption output, Console console) {
        SpreadsheetId id = spreadsheet.orElseThrow(() -> new CliFailure(
                Exit.USAGE,
                "--probe-google needs --spreadsheet: expected a spreadsheet that nobody needs, with \"disposable\" in"
                        + " its title; nothing was done"));
        Console progress = output.isJson() ? console.silenced() : console;
        Google google = Google.connect(emulator, new ProbeWaits(progress));
        ProbeOptions options = new ProbeOptions(id, title, folder, exhaustQuota, Release.current(), google.account());
        try {
            ProbeReport report = GoogleProbe.run(
                    google.raw(), options, finding -> progress.line(ProbeText.line(finding)), Clock.systemUTC());
            Path file = Evidence.write(report, directory.orElse(otherwise));
            ObjectNode json = Evidence.json(report).put("file", file.toString());
            output.print(console, json, ProbeText.summary(report, file));
            return report.passed() ? Exit.DONE : Exit.FAILED;
        } catch (NotDisposable refused) {
            throw new CliFailure(Exit.REFUSED, String.valueOf(refused.getMessage()), refused);
        } catch (GatewayException failed) {
            throw Google.explain(failed.failure());
        } catch (IOException file) {
            throw new UncheckedIOException(file);
        }
    }
}
