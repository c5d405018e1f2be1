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
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a spreadsheet has otherwise than a backup of it, place by place; tabs that came since are nobody's difference.
 *
 * @param wanted cells as the backup has them; blank where it has nothing
 * @param contents places of {@code wanted} whose content differs, and not only how it looks
 * @param unwritable places where the backup has an error value that was entered as such, which no request can write
 * @param overwritten places of {@code wanted} where something stands now
 * @param compared cells of the backup that have a content
 */
public record Differences(
        SortedMap<Place, Cell> wanted, Set<Place> contents, Set<Place> unwritable, long overwritten, long compared) {

    public boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Reads the tabs that both have, then the backup. One call each, more when there are very many cells. */
    public static Differences of(SheetReader reader, SpreadsheetId id, Workbook now, Backup backup) {
        Set<Integer> known = backup.tabs().stream().map(ArchivedTab::sheetId).collect(Collectors.toSet());
        List<GridArea> areas = now.tabs().stream()
                .filter(tab -> known.contains(tab.sheetId()) && tab.rowCount() > 0 && tab.columnCount() > 0)
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
        SheetImage image = new SheetImage(backup.extent());
        if (!areas.isEmpty()) {
            reader.scanAll(id, areas, SheetReader.Rows.WITHOUT_RESULTS, image);
        }
        Comparison comparison = new Comparison(image, backup.extent());
        backup.read(comparison::row);
        image.rest(comparison::tooMuch);
        return comparison.found();
    }

    private static final class Comparison {
        private final SheetImage image;
        private final Extent extent;
        private final SortedMap<Place, Cell> wanted = new TreeMap<>();
        private final Set<Place> contents = new TreeSet<>();
        private final Set<Place> unwritable = new TreeSet<>();
        private long overwritten;
        private long compared;

        Comparison(SheetImage image, Extent extent) {
            this.image = image;
            this.extent = extent;
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
            boolean sameContent = before.content() == now.content();
            if (cell.content() instanceof CellContent.ErrorValue) {
                unwritable.add(place);
                return;
            }
            wanted.put(place, extent == Extent.EVERYTHING ? cell : withoutLook(cell));
            if (!sameContent) {
                contents.add(place);
            }
            overwritten += now.whole() == 0 ? 0 : 1;
        }

        private static Cell withoutLook(Cell cell) {
            return new Cell(cell.content(), cell.format(), cell.validation(), Optional.empty());
        }

        Differences found() {
            return new Differences(wanted, contents, unwritable, overwritten, compared);
        }
    }
}
