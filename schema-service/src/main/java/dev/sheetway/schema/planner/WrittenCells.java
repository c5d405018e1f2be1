package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Whether what a batch did follows from what stood in the sheet in that instant, rather than in the read before. Takes the
 * rows of the batch's archive tab in ascending order; the header comes with the columns, so a column that is not the
 * planned one is seen, and so are rows that are not.
 */
public final class WrittenCells {
    private static final int NAMED = 10;
    private static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    private final MigrationPlan plan;
    private final int keyColumn;
    private final List<Changed> changed;
    private final BiFunction<String, List<String>, RowValue> compile;
    private final Map<String, RowValue> expressions = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private List<String> header = List.of();

    /** @param compile makes the function of a back-fill's expression over columns of such headers */
    public WrittenCells(MigrationPlan plan, Expanded done, BiFunction<String, List<String>, RowValue> compile) {
        this.plan = plan;
        this.keyColumn = done.archive().map(ArchiveTab::keys).orElse(0);
        this.changed =
                done.changed().stream().filter(one -> one.archiveColumn() >= 0).toList();
        this.compile = compile;
    }

    /** @param row 0-based; {@code cells} of the archive tab from its first column on */
    public void row(int row, List<Cell> cells) {
        if (row == plan.headerRow() - 1) {
            header = cells.stream().map(cell -> cell.content().asText()).toList();
        } else if (row >= plan.headerRow()) {
            changed.forEach(one -> judge(one, row, cells));
        }
    }

    private void judge(Changed one, int row, List<Cell> cells) {
        Cell before = cell(cells, one.archiveColumn());
        Cell after = cell(cells, one.written());
        boolean follows =
                switch (one.kind()) {
                    case CONVERTED -> converts(one, before, after);
                    case BACKFILLED -> fills(one, cells, before, after);
                    case RENAMED, DROPPED, VALIDATED, TAB_ADDED -> true;
                };
        if (!follows && problems.size() < NAMED) {
            problems.add("row " + (row + 1) + " of \"" + one.name() + "\"");
        }
    }

    private boolean converts(Changed one, Cell before, Cell after) {
        return plan.changes(ConvertColumn.class).stream()
                .filter(change -> names(change.name(), one))
                .allMatch(change -> ConvertedCell.of(before, change).equals(Optional.of(after.content())));
    }

    private boolean fills(Changed one, List<Cell> cells, Cell before, Cell after) {
        return plan.changes(Backfill.class).stream()
                .filter(change -> names(change.column(), one))
                .allMatch(change -> fills(change, cells, before, after));
    }

    private boolean fills(Backfill change, List<Cell> cells, Cell before, Cell after) {
        boolean untouched = before.content().equals(after.content());
        boolean keyed = plan.keyColumn().isPresent();
        boolean real = !keyed || !cell(cells, keyColumn).content().isBlank();
        if (!real || (!change.overwrite() && !before.content().isBlank())) {
            return untouched;
        }
        RowValue expression = expressions.computeIfAbsent(change.value(), value -> compile.apply(value, sources()));
        return switch (expression.of(cells)) {
            case RowValue.Value value -> value.content().equals(after.content()) || (!keyed && untouched);
            case RowValue.Nothing nothing -> untouched;
            case RowValue.Unevaluable unevaluable -> untouched;
        };
    }

    /** Headers of the columns as they were; those as written have none here, the expression does not mean them. */
    private List<String> sources() {
        Set<Integer> written = new HashSet<>();
        for (Changed one : changed) {
            switch (one.kind()) {
                case CONVERTED, BACKFILLED, VALIDATED -> written.add(one.written());
                case RENAMED, DROPPED, TAB_ADDED -> {}
            }
        }
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            texts.add(written.contains(column) ? "" : header.get(column));
        }
        return texts;
    }

    private static Cell cell(List<Cell> cells, int column) {
        return column < cells.size() ? cells.get(column) : BLANK;
    }

    private static boolean names(String name, Changed changed) {
        return HeaderName.same(name, changed.name()) || HeaderName.same(name, changed.was());
    }

    /** Planned columns in whose place another one stood, or a header that somebody had just changed. */
    public List<String> strangers() {
        List<String> found = new ArrayList<>();
        changed.stream()
                .filter(one -> !isCopy(text(one.archiveColumn()), one.was()))
                .map(one -> "\"" + one.was() + "\"")
                .distinct()
                .forEach(found::add);
        plan.keyColumn()
                .filter(key -> !changed.isEmpty() && !HeaderName.same(text(keyColumn), key))
                .ifPresent(key -> found.add("\"" + key + "\""));
        return found;
    }

    /** A copy of a formula refers to other cells. */
    private static boolean isCopy(String kept, String was) {
        return kept.equals(was) || (kept.startsWith("=") && was.startsWith("="));
    }

    private String text(int column) {
        return column < header.size() ? header.get(column) : "";
    }

    /** Rows whose cells do not follow, the first ones. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
