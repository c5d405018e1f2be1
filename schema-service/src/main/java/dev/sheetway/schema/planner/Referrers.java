package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.Reference;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what refers to columns that are to go: formulas and rules anywhere, named ranges, charts, filters, formats. */
public final class Referrers {
    private static final int KEPT = 10;

    private final Workbook.Tab table;
    private final List<Integer> columns;
    private final List<String> found = new ArrayList<>();
    private final Set<String> rules = new HashSet<>();

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
            if (goes) {
                continue;
            }
            String place = "\"" + tab.title() + "\"!" + A1.cell(row, firstColumn + i);
            if (cells.get(i).content() instanceof CellContent.Formula formula && reaches(formula.text(), tab.title())) {
                found.add(place);
            }
            // a rule stands on many cells: one of them is enough
            cells.get(i)
                    .validation()
                    .filter(rule -> rules.add(tab.sheetId() + " " + rule))
                    .filter(rule -> RuleText.formulas(rule).stream().anyMatch(text -> reaches(text, tab.title())))
                    .ifPresent(rule -> found.add("validation rule of " + place));
        }
    }

    private boolean reaches(String formula, String tab) {
        return columns.stream().anyMatch(column -> FormulaReferences.reach(formula, tab, table.title(), column));
    }

    /** Charts, conditional formats, filters and the like; {@code titles} of their tabs by sheet id. */
    public void others(List<Reference> references, Map<Integer, String> titles) {
        for (Reference reference : references) {
            boolean hit = reference.areas().stream().anyMatch(this::hits)
                    || reference.formulas().stream()
                            .anyMatch(text -> reaches(text, titles.getOrDefault(reference.sheetId(), "")))
                    || (reference.sheetId() == table.sheetId()
                            && reference.columns().stream().anyMatch(columns::contains));
            if (hit && found.size() < KEPT) {
                found.add(reference.what());
            }
        }
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
