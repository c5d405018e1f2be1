package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes a table's rows in ascending order, from the first column on, and finds out what the changes of cells would write
 * and what stands in their way. Keeps what is to be written, never the rest.
 */
public final class CellScan {
    private final ColumnChanges changes;
    private final int firstRow;
    private final RowRanges realRows;
    private final Map<String, RowValue> expressions = new LinkedHashMap<>();
    private final Map<Change, Found> found = new LinkedHashMap<>();

    private static final class Found {
        final List<Findings.Edit> edits = new ArrayList<>();
        final Problems problems = new Problems();
    }

    /**
     * @param realRows rows that a back-fill may write
     * @param compile makes the function of a back-fill's expression
     */
    public CellScan(HeaderRow header, MigrationPlan plan, RowRanges realRows, Function<String, RowValue> compile) {
        this.changes = ColumnChanges.of(header, plan);
        this.firstRow = plan.headerRow();
        this.realRows = realRows;
        changes.backfills()
                .forEach(due -> expressions.put(
                        due.change().value(), compile.apply(due.change().value())));
    }

    /** @param row 0-based */
    public void row(int row, List<Cell> cells) {
        if (row < firstRow) {
            return;
        }
        for (ColumnChanges.Due<DropColumn> due : changes.drops()) {
            formula(row, cell(cells, due.index()), of(due.change()));
        }
        for (ColumnChanges.Due<ConvertColumn> due : changes.conversions()) {
            convert(row, cell(cells, due.index()), due.change());
        }
        for (ColumnChanges.Due<SetValidation> due : changes.validations()) {
            ValidationRules.broken(due.change().rule(), cell(cells, due.index()))
                    .ifPresent(problem -> of(due.change()).problems.add(row, problem));
        }
        for (ColumnChanges.Due<Backfill> due : changes.backfills()) {
            fill(row, cells, due);
        }
    }

    private static Cell cell(List<Cell> cells, int index) {
        return index < cells.size()
                ? cells.get(index)
                : new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());
    }

    private Found of(Change change) {
        return found.computeIfAbsent(change, one -> new Found());
    }

    /** A copy of a formula in another tab would refer to other cells, so it could not be brought back. */
    private static boolean formula(int row, Cell cell, Found found) {
        if (cell.content() instanceof CellContent.Formula) {
            found.problems.add(row, "a formula");
            return true;
        }
        return false;
    }

    private void convert(int row, Cell cell, ConvertColumn change) {
        Found result = of(change);
        if (cell.content().isBlank() || formula(row, cell, result)) {
            return;
        }
        Optional<CellContent> converted = ConvertedCell.of(cell, change);
        if (converted.isEmpty()) {
            result.problems.add(row, Shape.of(cell));
        } else if (!converted.get().equals(cell.content())) {
            result.edits.add(new Findings.Edit(row, converted.get()));
        }
    }

    private void fill(int row, List<Cell> cells, ColumnChanges.Due<Backfill> due) {
        Cell cell = cell(cells, due.index());
        Found result = of(due.change());
        if (!realRows.contains(row)
                || (!due.change().overwrite() && !cell.content().isBlank())) {
            return;
        }
        if (formula(row, cell, result)) {
            return;
        }
        RowValue expression = expressions.get(due.change().value());
        if (expression == null) {
            throw new IllegalStateException("an expression was not compiled");
        }
        switch (expression.of(cells)) {
            case RowValue.Nothing nothing -> {}
            case RowValue.Unevaluable problem -> result.problems.add(row, problem.reason());
            case RowValue.Value value -> {
                if (!value.content().equals(cell.content())) {
                    result.edits.add(new Findings.Edit(row, value.content()));
                }
            }
        }
    }

    private Set<Integer> inputs(Change change) {
        return change instanceof Backfill fill
                ? Optional.ofNullable(expressions.get(fill.value()))
                        .map(RowValue::columns)
                        .orElse(Set.of())
                : Set.of();
    }

    public Map<Change, Findings.Cells> result() {
        Map<Change, Findings.Cells> result = new LinkedHashMap<>();
        found.forEach((change, one) -> result.put(
                change, new Findings.Cells(one.edits, inputs(change), one.problems.first(), one.problems.total())));
        return result;
    }
}
