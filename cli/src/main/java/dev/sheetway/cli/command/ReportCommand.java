package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.evidence.EvidenceFinder;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.report.Report;
import dev.sheetway.cli.report.ReportWriter;
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

@Command(name = "report", description = "Writes verification report, smoke test results and an HTML page.")
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MIGRATION", description = "id or its beginning")
    String migration = "";

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "made when it is missing")
    Path dir = Path.of("");

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        JournalView view = Migrations.all(connection.connect());
        MigrationView found = Migrations.find(view, migration);
        List<Path> files = ReportWriter.write(
                new Report(found, new EvidenceFinder(found, view.migrations()).find(), Optional.empty()), dir);
        output.print(
                Console.system(),
                files.stream().map(Path::toString).toList(),
                files.stream().map(Path::toString).collect(Collectors.joining("\n")));
        return Exit.DONE.code();
    }
}
