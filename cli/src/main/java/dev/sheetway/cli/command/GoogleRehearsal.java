package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.bus.Bus;
import dev.sheetway.cli.doctor.Google;
import dev.sheetway.cli.doctor.ProbeWaits;
import dev.sheetway.cli.evidence.EvidenceFinder;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.local.Home;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.report.Report;
import dev.sheetway.cli.report.ReportWriter;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Waiver;
import dev.sheetway.launcher.Part;
import dev.sheetway.launcher.PrivateStack;
import dev.sheetway.launcher.StackDisplay;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.BackupDrive.DriveFile;
import dev.sheetway.workspace.GatewayException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * {@code rehearse --google}: the whole saga on a copy in Drive, in a private stack that speaks to Google. The copy and
 * its backup stay, for people to look at.
 */
final class GoogleRehearsal {
    private static final String COPY_OF = "sheetwayRehearsalOf";

    @Option(names = "--google", description = "on a copy of --spreadsheet in Google Drive instead of --workbook")
    boolean wanted;

    @Option(
            names = "--spreadsheet",
            paramLabel = "ID",
            converter = SpreadsheetArgument.class,
            description = "with --google: id or URL of what is copied; it stays as it is")
    Optional<SpreadsheetId> spreadsheet = Optional.empty();

    @Option(
            names = "--folder",
            paramLabel = "ID",
            description = "with --google: where the copy goes; default: beside the original")
    Optional<String> folder = Optional.empty();

    @Option(names = "--unprobed", description = "with --google: also where doctor --probe-google has not passed")
    boolean unprobed;

    boolean wanted() {
        return wanted;
    }

    /** @throws CliFailure when the copy could not be made: nothing was started */
    Exit run(MigrationPlan plan, Optional<Path> report, OutputOption output, Console console) throws IOException {
        Console progress = output.isJson() ? console.silenced() : console;
        SpreadsheetId original = spreadsheet.orElseThrow(() ->
                new CliFailure(Exit.USAGE, "--google needs --spreadsheet: expected the one to copy; nothing was done"));
        DriveFile copy = copy(original, progress);
        progress.line("copied to " + address(copy.id()));
        StackDisplay display = output.isJson() ? StackDisplay.SILENT : new StackProgress(progress);
        Home home = Home.find();
        Path probes = home.dataDir(Optional.empty()).probes();
        try (PrivateStack stack = PrivateStack.againstGoogle(home.layout(), probes, display)) {
            Bus bus = Bus.connect("127.0.0.1:" + stack.port(Part.BROKER));
            MigrationView migration = new Showing(progress, unprobed ? Optional.of(Waiver.UNPROBED) : Optional.empty())
                    .run(bus, plan, copy.id());
            if (report.isPresent()) {
                JournalView view = Migrations.all(bus);
                ReportWriter.write(
                        new Report(
                                migration, new EvidenceFinder(migration, view.migrations()).find(), Optional.empty()),
                        report.get());
            }
            ObjectNode json = MigrationJson.detailed(migration).put("rehearsalOf", original.value());
            output.print(
                    console,
                    json,
                    "the copy stays, look at it and delete it: " + address(copy.id())
                            + report.map(dir -> "\nreport: " + dir.resolve("report.html"))
                                    .orElse(""));
            return migration.outcome().exit();
        }
    }

    private DriveFile copy(SpreadsheetId original, Console progress) {
        try {
            BackupDrive drive = Google.drive(new ProbeWaits(progress));
            String name = drive.get(original).name() + " (rehearsal)";
            return drive.copy(original, name, folder, Map.of(COPY_OF, original.value()));
        } catch (GatewayException failed) {
            throw Google.explain(failed.failure());
        }
    }

    private static String address(SpreadsheetId id) {
        return "https://docs.google.com/spreadsheets/d/" + id + "/edit";
    }
}
