package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.evidence.Evidence;
import dev.sheetway.cli.evidence.EvidenceFinder;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "evidence",
        description = "What is proven about a migration, and by which journal entry; exit 1 when evidence is missing.")
final class EvidenceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MIGRATION", description = "id or its beginning")
    String migration = "";

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        JournalView view = Migrations.all(connection.connect());
        MigrationView found = Migrations.find(view, migration);
        List<Evidence> evidence = new EvidenceFinder(found, view.migrations()).find();
        output.print(Console.system(), EvidenceText.json(evidence), EvidenceText.table(evidence));
        return (evidence.stream().allMatch(Evidence::proven) ? Exit.DONE : Exit.FAILED).code();
    }
}
