package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;

/** Collects what refers to columns that are to go: formulas anywhere, named ranges. */
public final class Referrers {
    private static final int KEPT = 10;

    private final Workbook.Tab table;
    private final List<Integer> columns;
    private final List<String> found = new ArrayList<>();

    public Referrers(Workbook.Tab table, HeaderRow header, MigrationPlan plan) {
        this.table = table;
        this.columns = ColumnChanges.of(header, plan).drops().stream()
                .map(ColumnChanges.Due::index)
                .toList();
    }

    /** @param row 0-based, with its cells from column {@code firstColumn} on */
    public void row(Workbook.Tab tab, int row, int firstColumn, List<Cell> cells) {
        for (int i = 0; i < cells.size() && found.size() < KEPT; i++) {
            boolean goes = tab.sheetId() == table.sheetId() && columns.contains(firstColumn + i);
            if (!goes && cells.get(i).content() instanceof CellContent.Formula formula && reaches(formula, tab)) {
                found.add("\"" + tab.title() + "\"!" + A1.cell(row, firstColumn + i));
            }
        }
    }

    private boolean reaches(CellContent.Formula formula, Workbook.Tab tab) {
        return columns.stream()
                .anyMatch(column -> FormulaReferences.reach(formula.text(), tab.title(), table.title(), column));
    }

    /**
     * A named range that loses one of several columns shrinks. Slots and the lock are named ranges too; they stand on the
     * first cell and need no column.
     */
    public void names(List<Workbook.NamedRange> names) {
        for (Workbook.NamedRange name : names) {
            boolean hit = name.area().map(this::hits).orElse(false);
            if (hit && !name.name().startsWith("sheetway_") && found.size() < KEPT) {
                found.add("named range \"" + name.name() + "\"");
            }
        }
    }

    private boolean hits(GridArea area) {
        return area.sheetId() == table.sheetId()
                && area.startColumn() < area.endColumn()
                && java.util.stream.IntStream.range(area.startColumn(), area.endColumn())
                        .allMatch(columns::contains);
    }

    public List<String> first() {
        return List.copyOf(found);
    }
}
