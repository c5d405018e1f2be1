package dev.sheetway.schema.planner;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a rollback needs to read to put cells back.
 *
 * @param archived columns of the archive tab, from row 0 on
 * @param live columns of the table likewise
 * @param keyColumn of the table; empty: the plan names none or it is gone
 * @param tabs sheet ids of the tabs that are there
 */
public record KeptCells(
        Map<Integer, List<Cell>> archived, Map<Integer, List<Cell>> live, OptionalInt keyColumn, Set<Integer> tabs) {
    public static final KeptCells NONE = new KeptCells(Map.of(), Map.of(), OptionalInt.empty(), Set.of());
    private static final Cell BLANK =
            new Cell(CellContent.BLANK, java.util.Optional.empty(), java.util.Optional.empty());

    public KeptCells {
        archived = Map.copyOf(archived);
        live = Map.copyOf(live);
        tabs = Set.copyOf(tabs);
    }

    Cell archived(int column, int row) {
        return cell(archived, column, row);
    }

    Cell live(int column, int row) {
        return cell(live, column, row);
    }

    private static Cell cell(Map<Integer, List<Cell>> columns, int column, int row) {
        List<Cell> cells = columns.getOrDefault(column, List.of());
        return row >= 0 && row < cells.size() ? cells.get(row) : BLANK;
    }

    /** @param archivedRows and {@code liveRows}: sizes of the grids */
    RowMatch match(int archivedRows, int liveRows, int firstRow) {
        List<Cell> keys = keyColumn.isEmpty() ? List.of() : live.getOrDefault(keyColumn.getAsInt(), List.of());
        return RowMatch.of(keys(archived.getOrDefault(0, List.of()), archivedRows), keys(keys, liveRows), firstRow);
    }

    private List<String> keys(List<Cell> cells, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> keyColumn.isPresent() && row < cells.size()
                        ? cells.get(row).content().asText()
                        : "")
                .toList();
    }
}
