package dev.sheetway.backup.planner;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.fingerprint.CanonicalCell;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What stood in every cell of a spreadsheet, as 64 bits of a digest for each: enough to say of any cell whether another
 * reading found the same, at 8 bytes for each cell of a column that has any content. Whole grids must be visited.
 *
 * <p>Only what was entered counts, not what a formula shows: in a copy, an {@code IMPORTRANGE} that nobody has allowed
 * yet is an error.
 */
public final class CellImage implements RowVisitor {
    /** A tab and a column of it, 0-based. */
    public record Column(int sheetId, int index) implements Comparable<Column> {
        @Override
        public int compareTo(Column other) {
            int bySheet = Integer.compare(sheetId, other.sheetId);
            return bySheet != 0 ? bySheet : Integer.compare(index, other.index);
        }
    }

    private static final long BLANK = 0;

    private final Map<Column, long[]> columns = new HashMap<>();
    private long cells;

    @Override
    public void row(GridArea area, int row, List<Cell> found) {
        for (int i = 0; i < found.size(); i++) {
            long hash = CanonicalCell.hash64(asEntered(found.get(i)));
            if (hash != BLANK) {
                columns.computeIfAbsent(
                                new Column(area.sheetId(), area.startColumn() + i), column -> new long[area.endRow()])[
                        row] = hash;
                cells++;
            }
        }
    }

    private static Cell asEntered(Cell cell) {
        return cell.content() instanceof CellContent.Formula formula
                ? new Cell(new CellContent.Formula(formula.text(), ""), cell.format(), cell.validation())
                : cell;
    }

    /** Cells with a content. */
    public long cells() {
        return cells;
    }

    /** Columns in which any cell differs between the two. */
    public Set<Column> differingFrom(CellImage other) {
        Set<Column> differing = new TreeSet<>();
        for (Column column : bothColumns(other)) {
            if (!explained(columns.get(column), other.columns.get(column), other.columns.get(column))) {
                differing.add(column);
            }
        }
        return differing;
    }

    /**
     * Whether every cell of this one is as {@code before} or as {@code after} has it: what a copy looks like that was
     * made between two readings while people were typing.
     */
    public boolean liesBetween(CellImage before, CellImage after) {
        Set<Column> all = bothColumns(before);
        all.addAll(after.columns.keySet());
        return all.stream()
                .allMatch(column ->
                        explained(columns.get(column), before.columns.get(column), after.columns.get(column)));
    }

    private Set<Column> bothColumns(CellImage other) {
        Set<Column> all = new TreeSet<>(columns.keySet());
        all.addAll(other.columns.keySet());
        return all;
    }

    private static boolean explained(long @Nullable [] found, long @Nullable [] before, long @Nullable [] after) {
        int rows = Math.max(length(found), Math.max(length(before), length(after)));
        for (int row = 0; row < rows; row++) {
            long hash = at(found, row);
            if (hash != at(before, row) && hash != at(after, row)) {
                return false;
            }
        }
        return true;
    }

    private static int length(long @Nullable [] column) {
        return column == null ? 0 : column.length;
    }

    private static long at(long @Nullable [] column, int row) {
        return column == null || row >= column.length ? BLANK : column[row];
    }
}
