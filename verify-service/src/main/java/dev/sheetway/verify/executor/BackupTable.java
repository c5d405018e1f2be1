package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.verify.checks.table.Span;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.archive.DamagedArchive;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The backup's table: of the Drive copy where there is one (two calls: structure and cells), else of the archive. A
 * backup that cannot be read pauses: without it nothing can be said of what differs, and a rollback would need it too.
 */
final class BackupTable {
    private final SheetReader reader;
    private final BackedUp backup;

    BackupTable(SheetReader reader, BackedUp backup) {
        this.reader = reader;
        this.backup = backup;
    }

    /** Delivers the rows of {@code live}'s tab as it was: a Drive copy keeps its original's sheet ids. */
    void read(Workbook.Tab live, Span span, RowVisitor visitor) {
        if (backup.backupSpreadsheetId().isPresent()) {
            copy(new SpreadsheetId(backup.backupSpreadsheetId().get()), live, span, visitor);
        } else if (backup.archive().isPresent()) {
            archive(Path.of(backup.archive().get()), live, visitor);
        } else {
            throw unreadable("it has neither a Drive copy nor an archive");
        }
    }

    private void copy(SpreadsheetId id, Workbook.Tab live, Span span, RowVisitor visitor) {
        try {
            Workbook workbook = reader.open(id);
            Workbook.Tab tab = workbook.tab(live.sheetId())
                    .or(() -> workbook.tab(live.title()))
                    .orElseThrow(() -> unreadable("Drive copy \"" + id + "\" has no tab \"" + live.title() + "\""));
            int end = Math.min(span.end(), tab.columnCount());
            if (span.start() < end) {
                reader.scan(id, new GridArea(tab.sheetId(), 0, tab.rowCount(), span.start(), end), visitor);
            }
        } catch (GatewayException e) {
            throw switch (e.failure().failureClass()) {
                case FAILED, STALE ->
                    unreadable("Drive copy \"" + id + "\": " + e.failure().message());
                case RETRYABLE, UNKNOWN, PAUSE -> e;
            };
        }
    }

    private void archive(Path file, Workbook.Tab live, RowVisitor visitor) {
        try {
            ArchiveReader.read(file, (area, row, cells) -> {
                if (area.sheetId() == live.sheetId()) {
                    visitor.row(area, row, cells);
                }
            });
        } catch (DamagedArchive | UncheckedIOException e) {
            throw unreadable("archive \"" + file + "\": " + e.getMessage());
        }
    }

    private StepFailedException unreadable(String why) {
        return new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                "backup-unreadable",
                "backup \"" + backup.name() + "\" cannot be read to say what differs from it: " + why
                        + "; nothing written; share it with the verify-service's account or put it back, then resume"));
    }
}
