package dev.sheetway.cli.command;

import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes nothing: no service carries a restore out yet, and the orchestrator rejects a request for one. */
@Command(
        name = "restore",
        description =
                "Refused in this release; tells where the migration's backup is, to be opened and copied by hand.")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MIGRATION", description = "id or its beginning")
    String migration = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "for the journal")
    String reason = "";

    @Mixin
    ConnectionOption connection = new ConnectionOption();

    @Mixin
    OutputOption output = new OutputOption();

    /** @throws CliFailure ({@link Exit#REFUSED}) always */
    @Override
    public Integer call() {
        MigrationView found = Migrations.find(Migrations.all(connection.connect()), migration);
        Optional<BackedUp> backup = found.step(Step.BACKUP, Direction.FORWARD)
                .flatMap(StepView::result)
                .filter(BackedUp.class::isInstance)
                .map(BackedUp.class::cast);
        throw new CliFailure(
                Exit.REFUSED,
                "restore of migration \"" + found.id() + "\" is not available in this release: nothing was published or"
                        + " written; " + backup.map(RestoreCommand::words).orElse("it has no backup"));
    }

    private static String words(BackedUp backup) {
        String where = backup.backupSpreadsheetId()
                .map(id -> "spreadsheet \"" + id + "\"")
                .or(() -> backup.archive().map(file -> "archive \"" + file + "\""))
                .orElse("not told");
        return "its backup \"" + backup.name() + "\" of " + backup.takenAt() + " is " + where
                + ", which can be opened and copied by hand; ./sheetway rollback takes back the schema change alone and"
                + " keeps what people typed";
    }
}
