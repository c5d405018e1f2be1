package dev.sheetway.emulator.grid;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/** The cells of one row by column id. Immutable; columns that were deleted leave their cells behind until the next write. */
public final class Row {

    /** A row without cells. */
    public static final Row EMPTY = new Row(new int[0], new Cell[0]);

    private final int[] columns;
    private final Cell[] cells;

    Row(int[] columns, Cell[] cells) {
        this.columns = columns;
        this.cells = cells;
    }

    public int size() {
        return columns.length;
    }

    int columnId(int position) {
        return columns[position];
    }

    Cell cellAt(int position) {
        return cells[position];
    }

    public Cell cell(int columnId) {
        int position = Arrays.binarySearch(columns, columnId);
        return position < 0 ? Cell.EMPTY : cells[position];
    }

    /** The row with one cell replaced; an empty cell is taken out. */
    public Row with(int columnId, Cell cell) {
        int position = Arrays.binarySearch(columns, columnId);
        if (position >= 0) {
            if (cell.isEmpty()) {
                return without(position);
            }
            Cell[] changed = cells.clone();
            changed[position] = cell;
            return new Row(columns, changed);
        }
        return cell.isEmpty() ? this : inserted(-position - 1, columnId, cell);
    }

    private Row without(int position) {
        int[] ids = new int[columns.length - 1];
        Cell[] rest = new Cell[ids.length];
        System.arraycopy(columns, 0, ids, 0, position);
        System.arraycopy(cells, 0, rest, 0, position);
        System.arraycopy(columns, position + 1, ids, position, ids.length - position);
        System.arraycopy(cells, position + 1, rest, position, ids.length - position);
        return new Row(ids, rest);
    }

    private Row inserted(int position, int columnId, Cell cell) {
        int[] ids = new int[columns.length + 1];
        Cell[] all = new Cell[ids.length];
        System.arraycopy(columns, 0, ids, 0, position);
        System.arraycopy(cells, 0, all, 0, position);
        ids[position] = columnId;
        all[position] = cell;
        System.arraycopy(columns, position, ids, position + 1, columns.length - position);
        System.arraycopy(cells, position, all, position + 1, columns.length - position);
        return new Row(ids, all);
    }

    /** Keeps the cells of columns that still exist. */
    public Row retain(IntPredicate columnExists) {
        return map((id, cell) -> columnExists.test(id) ? cell : Cell.EMPTY);
    }

    /** Replaces each cell. */
    public Row map(BiFunction<Integer, Cell, Cell> change) {
        int kept = 0;
        boolean same = true;
        int[] ids = new int[columns.length];
        Cell[] changed = new Cell[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Cell cell = change.apply(columns[i], cells[i]);
            same &= cell.equals(cells[i]);
            if (!cell.isEmpty()) {
                ids[kept] = columns[i];
                changed[kept++] = cell;
            }
        }
        return same ? this : new Row(Arrays.copyOf(ids, kept), Arrays.copyOf(changed, kept));
    }

    public boolean hasFormula() {
        for (Cell cell : cells) {
            if (cell.formula() != null) {
                return true;
            }
        }
        return false;
    }
}
