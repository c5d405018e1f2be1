package dev.sheetway.workspace.restore;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.workspace.Effect.Extent;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.ArchiveHeader;
import dev.sheetway.workspace.archive.ArchiveHeader.ArchivedTab;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.archive.DamagedArchive;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A backup as the source of a restore; tabs have the ids that they have in the original. */
public interface Backup {
    /** Every tab with its grid, in the spreadsheet's order. */
    List<ArchivedTab> tabs();

    /** What it knows of each cell. */
    Extent extent();

    /**
     * Visits every row that has anything, the area being the whole grid of its tab. What was visited counts only when this
     * returns.
     *
     * @throws GatewayException when it cannot be read
     */
    void read(RowVisitor visitor);

    /** A copy in Drive. Opens it: one call. */
    static Backup copy(SheetReader reader, SpreadsheetId id) {
        Workbook book = reader.open(id);
        return new Copy(reader, id, book.tabs().stream().map(ArchivedTab::of).toList());
    }

    /**
     * An archive. Reads it once, as proof that it is whole.
     *
     * @throws GatewayException (PAUSE) when it is not there or damaged
     */
    static Archived archive(Path file) {
        return new Archived(file, Archived.readable(file, (area, row, cells) -> {}));
    }

    /** See {@link Backup#copy}. */
    record Copy(SheetReader reader, SpreadsheetId id, List<ArchivedTab> tabs) implements Backup {
        @Override
        public Extent extent() {
            return Extent.EVERYTHING;
        }

        @Override
        public void read(RowVisitor visitor) {
            List<GridArea> areas = tabs.stream()
                    .filter(tab -> tab.rows() > 0 && tab.columns() > 0)
                    .map(ArchivedTab::area)
                    .toList();
            reader.scanAll(id, areas, SheetReader.Rows.WITHOUT_RESULTS, visitor);
        }
    }

    /** See {@link Backup#archive}. */
    record Archived(Path file, ArchiveHeader header) implements Backup {
        @Override
        public List<ArchivedTab> tabs() {
            return header.tabs();
        }

        @Override
        public Extent extent() {
            return header.extent();
        }

        @Override
        public void read(RowVisitor visitor) {
            var unused = readable(file, visitor);
        }

        private static ArchiveHeader readable(Path file, RowVisitor visitor) {
            try {
                return ArchiveReader.read(file, visitor).header();
            } catch (DamagedArchive | UncheckedIOException e) {
                throw new GatewayException(Failure.of(
                        FailureClass.PAUSE,
                        "backup-unreadable",
                        "archive \"" + file + "\" cannot be read: " + e.getMessage()
                                + "; nothing written by this attempt; put the file back where it was, then resume"));
            }
        }
    }
}
