package dev.sheetway.cli.command;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.journal.JournalView;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.output.Console;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.MigrationText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "status", description = "Lists all migrations, or shows one with its steps.")
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MIGRATION", arity = "0..1", description = "id or its beginning")
    Optional<String> migration = Optional.empty();

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        JournalView view = Migrations.all(connection.connect());
        if (migration.isPresent()) {
            MigrationView found = Migrations.find(view, migration.get());
            output.print(Console.system(), MigrationJson.detailed(found), MigrationText.detailed(found));
            return Exit.DONE.code();
        }
        List<MigrationView> all = view.migrations();
        output.print(Console.system(), all.stream().map(MigrationJson::summary).toList(), MigrationText.list(all));
        return Exit.DONE.code();
    }
}
