package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param before formulas as they were before the batch that is taken back, as far as they are known; {@code now}: today's
 */
public record KeptCells(
        Map<Integer, List<Cell>> archived,
        Map<Integer, List<Cell>> live,
        OptionalInt keyColumn,
        Set<Integer> tabs,
        Formulas before,
        Formulas now) {
    private static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    public KeptCells {
        archived = Map.copyOf(archived);
        live = Map.copyOf(live);
        tabs = Set.copyOf(tabs);
    }

    /** Of which no formula is known. */
    public KeptCells(
            Map<Integer, List<Cell>> archived,
            Map<Integer, List<Cell>> live,
            OptionalInt keyColumn,
            Set<Integer> tabs) {
        this(archived, live, keyColumn, tabs, Formulas.NONE, Formulas.NONE);
    }

    public KeptCells with(Formulas earlier, Formulas today) {
        return new KeptCells(archived, live, keyColumn, tabs, earlier, today);
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

    /** @param liveRows size of the grid */
    RowMatch match(Optional<ArchiveTab> archive, int liveRows, int firstRow) {
        int archivedRows = archive.map(ArchiveTab::rows).orElse(0);
        List<Cell> old = archived.getOrDefault(archive.map(ArchiveTab::keys).orElse(0), List.of());
        List<Cell> keys = keyColumn.isEmpty() ? List.of() : live.getOrDefault(keyColumn.getAsInt(), List.of());
        return RowMatch.of(keys(old, archivedRows), keys(keys, liveRows), firstRow);
    }

    private List<String> keys(List<Cell> cells, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> keyColumn.isPresent() && row < cells.size()
                        ? cells.get(row).content().asText()
                        : "")
                .toList();
    }
}
