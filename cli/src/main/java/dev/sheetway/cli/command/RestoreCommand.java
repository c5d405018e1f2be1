package dev.sheetway.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.cli.CliFailure;
import dev.sheetway.cli.Exit;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.cli.live.LiveSheets;
import dev.sheetway.cli.output.Console;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.restore.Backup;
import dev.sheetway.workspace.restore.Counts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a restore would overwrite and where that is kept, asks, and then publishes the request. */
@Command(
        name = "restore",
        description = "Puts the whole spreadsheet back to its migration's backup, while its rollback window is open:"
                + " what people typed since is kept in a copy and gone from the sheet. ./sheetway rollback takes back"
                + " the schema change alone and keeps their edits.")
final class RestoreCommand extends Steering {
    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "for the journal")
    String reason = "";

    @Option(names = "--yes", description = "do not ask")
    boolean yes;

    @Option(names = "--dry-run", description = "count what differs from the backup, and write nothing")
    boolean dryRun;

    @Mixin
    SheetOption sheets = new SheetOption();

    RestoreCommand() {
        super(Request.Steering.RESTORE);
    }

    @Override
    String reason() {
        return reason;
    }

    @Override
    public Integer call() {
        Console console = Console.system();
        MigrationView found = Migrations.find(Migrations.all(connection.connect()), migration);
        Optional<BackedUp> backup = backup(found);
        if (backup.isEmpty()) {
            throw new CliFailure(
                    Exit.REFUSED,
                    "migration \"" + found.id() + "\" has no backup that was finished: expected one to restore; nothing"
                            + " was published; ./sheetway status " + found.id() + " tells how far it is");
        }
        requireKept(found);
        Counted counted = count(found.spreadsheetId(), backup.get());
        if (dryRun) {
            output.print(console, counted.json(found, backup.get()), counted.words(backup.get()));
            return counted.differing().isPresent() ? Exit.DONE.code() : Exit.UNREACHABLE.code();
        }
        if (!output.isJson()) {
            console.error(counted.words(backup.get()));
        }
        if (!yes && !confirmed(console, found)) {
            throw new CliFailure(Exit.USAGE, "not confirmed: nothing was published");
        }
        return super.call();
    }

    /** A copy in the trash can be read for a while, but its window is over all the same. */
    private static void requireKept(MigrationView found) {
        found.backupsRemovedAt().ifPresent(at -> {
            throw new CliFailure(
                    Exit.REFUSED,
                    "the backups of migration \"" + found.id() + "\" were removed at " + at
                            + ", as its plan says: expected one to restore; nothing was published; write a plan that"
                            + " changes the schema back");
        });
    }

    private static boolean confirmed(Console console, MigrationView found) {
        try {
            return Confirmation.ask(
                    console, "Put all of spreadsheet " + found.spreadsheetId() + " back to that backup now?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<BackedUp> backup(MigrationView found) {
        return found.step(Step.BACKUP, Direction.FORWARD)
                .flatMap(StepView::result)
                .filter(BackedUp.class::isInstance)
                .map(BackedUp.class::cast);
    }

    /** The restore does not depend on it: whoever asks may have less access than the backup-service. */
    private Counted count(SpreadsheetId id, BackedUp backup) {
        try {
            LiveSheets live = sheets.connect(Optional.of(backup.source()));
            Backup opened = backup.backupSpreadsheetId()
                    .map(copy -> Backup.copy(live.reader(), new SpreadsheetId(copy)))
                    .orElseGet(() -> Backup.archive(Path.of(backup.archive().orElse(""))));
            Counts found = Counts.of(live.reader(), id, live.reader().open(id), opened);
            return new Counted(Optional.of(found.differing() + found.unwritable()), found.compared(), "");
        } catch (GatewayException e) {
            return new Counted(Optional.empty(), 0, why(e.failure().message(), backup));
        }
    }

    /** Of the message nothing but what happened: nobody tries again here, and the restore itself is still to come. */
    private static String why(String message, BackedUp backup) {
        String happened = message.split("; ", 2)[0];
        return backup.source().equals("emulator") ? happened + " (--emulator says where the emulator is)" : happened;
    }

    /** @param why it could not be counted; empty text when it could */
    private record Counted(Optional<Long> differing, long compared, String why) {
        String words(BackedUp backup) {
            String differ = differing
                    .map(count -> count
                            + " cells differ from it, among them those of the migration's own columns and all that"
                            + " rows inserted or deleted since have moved")
                    .orElse("how many cells differ from it could not be counted here: " + why);
            return "backup \"" + backup.name() + "\" of " + backup.takenAt() + " in " + place(backup) + ": " + differ
                    + ". A restore overwrites them: whatever people typed since is gone from the sheet. What stands"
                    + " there then is kept first, in a copy \"…_before_restore_…\" beside the backup, what people"
                    + " type meanwhile in further ones, and the"
                    + " migration's columns in its hidden archive tab; rows, columns and tabs that came since stay, the"
                    + " rows and columns without content."
                    + proof(backup);
        }

        /** A count takes a copy as it stands; the restore itself does not. */
        private static String proof(BackedUp backup) {
            return backup.backupSpreadsheetId().isEmpty()
                    ? ""
                    : " This compares with the copy as it is now; the restore first compares the copy with what was"
                            + " proven when it was made, and where somebody edited it, "
                            + backup.archive()
                                    .map(file -> "takes archive " + file + " instead.")
                                    .orElse("pauses (backup-changed).");
        }

        ObjectNode json(MigrationView found, BackedUp backup) {
            ObjectNode node = Json.mapper()
                    .createObjectNode()
                    .put("migrationId", found.id().toString())
                    .put("backup", backup.name())
                    .put("place", place(backup))
                    .put("compared", compared);
            differing.ifPresent(count -> node.put("differing", count));
            if (!why.isEmpty()) {
                node.put("notCounted", why);
            }
            return node;
        }

        private static String place(BackedUp backup) {
            return backup.backupSpreadsheetId()
                    .map(id -> "spreadsheet " + id)
                    .or(() -> backup.archive().map(file -> "archive " + file))
                    .orElse("an unknown place");
        }
    }
}
