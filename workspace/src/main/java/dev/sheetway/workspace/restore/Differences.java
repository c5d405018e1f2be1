package dev.sheetway.workspace.restore;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect.Extent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.ArchiveHeader.ArchivedTab;
import dev.sheetway.workspace.restore.SheetImage.Digests;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a spreadsheet has otherwise than a backup of it, place by place; tabs that came since are nobody's difference.
 *
 * @param wanted the first places that are to be written
 * @param counts of all places
 * @param now the whole spreadsheet as it was compared
 */
record Differences(SortedMap<Place, Wanted> wanted, Counts counts, SheetImage now) {

    /** Whether all places that differ are {@link #wanted}. */
    boolean areAll() {
        return wanted.size() == counts.differing();
    }

    /**
     * Reads the tabs that both have, then the backup. One call each, more when there are very many cells.
     *
     * @param written places whose look is given up when only that differs
     * @param most cells that are held; the others are counted
     */
    static Differences of(
            SheetReader reader, SpreadsheetId id, Workbook now, Backup backup, Written written, int most) {
        Set<Integer> known = backup.tabs().stream().map(ArchivedTab::sheetId).collect(Collectors.toSet());
        List<GridArea> areas = now.tabs().stream()
                .filter(tab -> known.contains(tab.sheetId()) && tab.hasGrid())
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
        SheetImage image = new SheetImage(backup.extent());
        if (!areas.isEmpty()) {
            reader.scanAll(id, areas, SheetReader.Rows.WITHOUT_RESULTS, image);
        }
        Comparison comparison = new Comparison(image, backup.extent(), written, most);
        backup.read(comparison::row);
        image.rest(comparison::tooMuch);
        return comparison.found();
    }

    private static final class Comparison {
        private final SheetImage image;
        private final Extent extent;
        private final Written written;
        private final int most;
        private final SortedMap<Place, Wanted> wanted = new TreeMap<>();
        private long differing;
        private long unlike;
        private long unwritable;
        private long compared;

        Comparison(SheetImage image, Extent extent, Written written, int most) {
            this.image = image;
            this.extent = extent;
            this.written = written;
            this.most = most;
        }

        void row(GridArea area, int row, List<Cell> cells) {
            for (int i = 0; i < cells.size(); i++) {
                Cell cell = cells.get(i);
                Place place = new Place(area.sheetId(), row, i);
                Digests before = Digests.of(cell, extent);
                Digests now = image.take(place);
                compared += before.content() == 0 ? 0 : 1;
                if (!before.equals(now)) {
                    differing(place, cell, before, now);
                }
            }
        }

        void tooMuch(Place place, Digests now) {
            differing(place, Cell.EMPTY, Digests.NOTHING, now);
        }

        private void differing(Place place, Cell cell, Digests before, Digests now) {
            if (cell.content() instanceof CellContent.ErrorValue) {
                unwritable++;
            } else if (before.content() == now.content() && written.contains(place)) {
                unlike++;
            } else {
                differing++;
                if (wanted.size() < most) {
                    wanted.put(place, new Wanted(extent == Extent.EVERYTHING ? cell : withoutLook(cell), now));
                }
            }
        }

        private static Cell withoutLook(Cell cell) {
            return new Cell(cell.content(), cell.format(), cell.validation(), Optional.empty());
        }

        Differences found() {
            return new Differences(wanted, new Counts(differing, unlike, unwritable, compared), image);
        }
    }
}
