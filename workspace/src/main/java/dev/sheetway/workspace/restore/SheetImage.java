package dev.sheetway.workspace.restore;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect.Extent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.fingerprint.CanonicalCell;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What stands in every cell of a spreadsheet, as two digests of 64 bits for each: of its content, and of all that a restore
 * puts. What nobody asked for is told at last.
 */
final class SheetImage implements RowVisitor {
    /** @param content 0: blank; {@code whole} 0: nothing at all */
    record Digests(long content, long whole) {
        static final Digests NOTHING = new Digests(0, 0);

        static Digests of(Cell cell, Extent extent) {
            if (cell.equals(Cell.EMPTY)) {
                return NOTHING;
            }
            Cell asEntered = withoutError(cell);
            long content = CanonicalCell.hash64(asEntered);
            return new Digests(content, WholeCell.hash64(asEntered, extent));
        }

        /** What a formula shows is not what was entered. */
        private static Cell withoutError(Cell cell) {
            return cell.content() instanceof CellContent.Formula formula
                    ? new Cell(
                            new CellContent.Formula(formula.text(), ""), cell.format(), cell.validation(), cell.look())
                    : cell;
        }
    }

    private static final class Row {
        private final long[] contents;
        private final long[] wholes;
        private final BitSet asked = new BitSet();

        Row(long[] contents, long[] wholes) {
            this.contents = contents;
            this.wholes = wholes;
        }

        Digests at(int column) {
            return column < wholes.length ? new Digests(contents[column], wholes[column]) : Digests.NOTHING;
        }
    }

    private final Extent extent;
    private final Map<Integer, Map<Integer, Row>> tabs = new TreeMap<>();

    SheetImage(Extent extent) {
        this.extent = extent;
    }

    @Override
    public void row(GridArea area, int row, List<Cell> cells) {
        long[] contents = new long[cells.size()];
        long[] wholes = new long[cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            Digests digests = Digests.of(cells.get(i), extent);
            contents[i] = digests.content();
            wholes[i] = digests.whole();
        }
        tabs.computeIfAbsent(area.sheetId(), id -> new TreeMap<>()).put(row, new Row(contents, wholes));
    }

    /** What stands at {@code place}, which then counts as asked for. */
    Digests take(Place place) {
        @Nullable Row row = row(place);
        if (row == null) {
            return Digests.NOTHING;
        }
        row.asked.set(place.column());
        return row.at(place.column());
    }

    /** What stands at {@code place}. */
    Digests at(Place place) {
        @Nullable Row row = row(place);
        return row == null ? Digests.NOTHING : row.at(place.column());
    }

    private @Nullable Row row(Place place) {
        @Nullable Map<Integer, Row> rows = tabs.get(place.sheetId());
        return rows == null ? null : rows.get(place.row());
    }

    /** Everything that nobody asked for. */
    void rest(BiConsumer<Place, Digests> visitor) {
        tabs.forEach((sheetId, rows) -> rows.forEach((index, row) -> {
            for (int column = 0; column < row.wholes.length; column++) {
                if (row.wholes[column] != 0 && !row.asked.get(column)) {
                    visitor.accept(new Place(sheetId, index, column), row.at(column));
                }
            }
        }));
    }
}
