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
import dev.sheetway.workspace.archive.ArchiveHeader;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.archive.DamagedArchive;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

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
        var unused = fromEither(
                id -> {
                    Workbook workbook = reader.open(id);
                    Workbook.Tab tab = workbook.tab(live.sheetId())
                            .or(() -> workbook.tab(live.title()))
                            .orElseThrow(
                                    () -> unreadable("Drive copy \"" + id + "\" has no tab \"" + live.title() + "\""));
                    int end = Math.min(span.end(), tab.columnCount());
                    if (span.start() < end) {
                        reader.scan(id, new GridArea(tab.sheetId(), 0, tab.rowCount(), span.start(), end), visitor);
                    }
                },
                Set.of(live.sheetId()),
                visitor);
    }

    /**
     * Delivers all rows of those of {@code sheetIds} that the backup has.
     *
     * @return sheet ids of the tabs that the backup has, of those or others
     */
    Set<Integer> readTabs(Set<Integer> sheetIds, RowVisitor visitor) {
        Set<Integer> backedUp = new HashSet<>();
        fromEither(
                        id -> {
                            List<Workbook.Tab> tabs = reader.open(id).tabs();
                            tabs.forEach(tab -> backedUp.add(tab.sheetId()));
                            List<GridArea> areas = tabs.stream()
                                    .filter(tab -> sheetIds.contains(tab.sheetId()))
                                    .filter(tab -> tab.rowCount() > 0 && tab.columnCount() > 0)
                                    .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                                    .toList();
                            if (!areas.isEmpty()) {
                                reader.scanAll(id, areas, visitor);
                            }
                        },
                        sheetIds,
                        visitor)
                .ifPresent(header -> header.tabs().forEach(tab -> backedUp.add(tab.sheetId())));
        return backedUp;
    }

    /** @return the archive's header, when it was an archive */
    private Optional<ArchiveHeader> fromEither(
            Consumer<SpreadsheetId> copyReader, Set<Integer> sheetIds, RowVisitor visitor) {
        if (backup.backupSpreadsheetId().isPresent()) {
            copy(new SpreadsheetId(backup.backupSpreadsheetId().get()), copyReader);
            return Optional.empty();
        }
        if (backup.archive().isPresent()) {
            return Optional.of(archive(Path.of(backup.archive().get()), sheetIds, visitor));
        }
        throw unreadable("it has neither a Drive copy nor an archive");
    }

    private void copy(SpreadsheetId id, Consumer<SpreadsheetId> copyReader) {
        try {
            copyReader.accept(id);
        } catch (GatewayException e) {
            throw isAboutTheCopy(e.failure())
                    ? unreadable("Drive copy \"" + id + "\": " + e.failure().message())
                    : e;
        }
    }

    /** Not to be told apart from trouble with the live sheet by its class alone, so the answer must name the backup. */
    private static boolean isAboutTheCopy(Failure failure) {
        return switch (failure.failureClass()) {
            case FAILED, STALE -> true;
            case PAUSE -> failure.code().equals("not-found") || failure.code().equals("permission-denied");
            case RETRYABLE, UNKNOWN -> false;
        };
    }

    private ArchiveHeader archive(Path file, Set<Integer> sheetIds, RowVisitor visitor) {
        try {
            return ArchiveReader.read(file, (area, row, cells) -> {
                        if (sheetIds.contains(area.sheetId())) {
                            visitor.row(area, row, cells);
                        }
                    })
                    .header();
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
