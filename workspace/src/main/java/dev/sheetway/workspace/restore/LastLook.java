package dev.sheetway.workspace.restore;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.Extent;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.restore.SheetImage.Digests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the cells of a batch once more, right before it goes: what stands there must be what was found and kept, or what
 * the backup has. One call for each 200,000 cells between the first and the last one of a tab.
 */
final class LastLook {
    /** Codes that say: rows or a tab went while a round was under way. */
    private static final Set<String> OTHER_SHAPE = Set.of("outside-grid", "unknown-tab", "tab-renamed");

    private final SheetReader reader;
    private final SpreadsheetId id;
    private final Extent extent;

    LastLook(SheetReader reader, SpreadsheetId id, Extent extent) {
        this.reader = reader;
        this.id = id;
        this.extent = extent;
    }

    /**
     * False, too, when rows or tabs of it are there no more.
     *
     * @param grid what is outside of it, nobody can have edited
     */
    boolean isAsFound(Workbook grid, List<Effect> batch, Map<Place, Wanted> wanted) {
        Map<Integer, GridArea> areas = new HashMap<>();
        for (Effect effect : batch) {
            if (effect instanceof Effect.PutCells put) {
                grid.tab(put.sheetId())
                        .flatMap(tab -> inside(put, tab))
                        .ifPresent(area -> areas.merge(put.sheetId(), area, LastLook::around));
            }
        }
        return read(List.copyOf(areas.values()))
                .filter(image -> batch.stream()
                        .filter(Effect.PutCells.class::isInstance)
                        .map(Effect.PutCells.class::cast)
                        .allMatch(put -> isAsFound(put, image, wanted)))
                .isPresent();
    }

    /** Empty when the areas are there no more. */
    private Optional<SheetImage> read(List<GridArea> areas) {
        SheetImage image = new SheetImage(extent);
        try {
            if (!areas.isEmpty()) {
                reader.scanAll(id, areas, SheetReader.Rows.WITHOUT_RESULTS, image);
            }
            return Optional.of(image);
        } catch (GatewayException e) {
            if (OTHER_SHAPE.contains(e.failure().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<GridArea> inside(Effect.PutCells put, Workbook.Tab tab) {
        int endRow = Math.min(put.row() + put.rows().size(), tab.rowCount());
        int endColumn = Math.min(put.column() + put.rows().getFirst().size(), tab.columnCount());
        return put.row() < endRow && put.column() < endColumn
                // an image counts columns from the first one on
                ? Optional.of(new GridArea(put.sheetId(), put.row(), endRow, 0, endColumn))
                : Optional.empty();
    }

    private static GridArea around(GridArea one, GridArea other) {
        return new GridArea(
                one.sheetId(),
                Math.min(one.startRow(), other.startRow()),
                Math.max(one.endRow(), other.endRow()),
                0,
                Math.max(one.endColumn(), other.endColumn()));
    }

    private boolean isAsFound(Effect.PutCells put, SheetImage image, Map<Place, Wanted> wanted) {
        for (int row = 0; row < put.rows().size(); row++) {
            for (int column = 0; column < put.rows().get(row).size(); column++) {
                Place place = new Place(put.sheetId(), put.row() + row, put.column() + column);
                Wanted one = Objects.requireNonNull(wanted.get(place));
                Digests now = image.at(place);
                if (!now.equals(one.found()) && !now.equals(Digests.of(one.cell(), extent))) {
                    return false;
                }
            }
        }
        return true;
    }
}
