package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.evidence.EvidenceFinder;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.live.ArchiveReader;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.report.Archived;
import dev.sheetway.cli.report.Kept;
import dev.sheetway.cli.report.Report;
import dev.sheetway.cli.report.ReportWriter;
import dev.sheetway.contracts.event.StepResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = {
            "Writes verification report, smoke test results and an HTML page.",
            "After a rollback also what people typed into the columns that it deleted: one CSV file for each hidden tab in"
                    + " which the workbook keeps it, read from the sheet itself, because the journal holds no cell's content.",
            "Exit 5 when that cannot be read; the other files are written all the same."
        })
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MIGRATION", description = "id or its beginning")
    String migration = "";

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "made when it is missing")
    Path dir = Path.of("");

    @Option(names = "--journal-only", description = "do not read the sheet")
    boolean journalOnly;

    @Mixin
    SheetOption sheet = new SheetOption();

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        JournalView view = Migrations.all(connection.connect());
        MigrationView found = Migrations.find(view, migration);
        List<Evidence> evidence = new EvidenceFinder(found, view.migrations()).find();
        Report report = journalOnly
                ? new Report(found, evidence, Optional.empty())
                : new Report(found, evidence, Optional.empty(), archived(found));
        List<Path> files = ReportWriter.write(report, dir);
        Console console = Console.system();
        output.print(
                console,
                files.stream().map(Path::toString).toList(),
                files.stream().map(Path::toString).collect(Collectors.joining("\n")));
        return tell(console, report.archived()).code();
    }

    /** No call where the migration kept nothing. */
    private Archived archived(MigrationView found) {
        return Kept.of(found)
                .map(kept -> new ArchiveReader(sheet.connect(source(found)).reader(), found.spreadsheetId()).read(kept))
                .orElseGet(Archived.Nothing::new);
    }

    private static Optional<String> source(MigrationView migration) {
        return migration.steps().stream()
                .flatMap(step -> step.result().stream())
                .map(StepResult::source)
                .findFirst();
    }

    private Exit tell(Console console, Archived archived) {
        return switch (archived) {
            case Archived.Nothing nothing -> Exit.DONE;
            case Archived.NotRead unread when journalOnly -> Exit.DONE;
            case Archived.NotRead unread -> {
                console.error("what the workbook keeps in " + named(unread.tabs()) + " was not read: " + unread.why()
                        + "; the other files are written; --journal-only goes without it");
                yield Exit.UNREACHABLE;
            }
            case Archived.Read read -> {
                if (!read.gone().isEmpty()) {
                    console.error("the workbook has no longer " + named(read.gone())
                            + ": somebody deleted or renamed it; its version history has it");
                }
                yield Exit.DONE;
            }
        };
    }

    private static String named(List<String> tabs) {
        return tabs.isEmpty() ? "hidden tabs" : "hidden tab \"" + String.join("\", \"", tabs) + "\"";
    }
}
