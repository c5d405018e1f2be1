package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RenameColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The backup as the plan's changes must have left it: columns renamed, dropped ones gone, cells converted and filled. So
 * everything else is compared as ever, and an edit in a converted column is seen as one.
 */
public final class Expected {
    private final MigrationPlan plan;
    private final List<ColumnDigest> digests;
    private final List<String> header;
    private final List<String> gone = new ArrayList<>();
    private final List<String> back = new ArrayList<>();
    private final Map<Integer, ConvertColumn> conversions = new HashMap<>();
    private final Map<Integer, Backfill> backfills = new HashMap<>();
    private final Map<Backfill, RowFunction> functions = new HashMap<>();
    private final List<TouchedColumn> touched = new ArrayList<>();

    private Expected(MigrationPlan plan, List<ColumnDigest> digests, List<ColumnDigest> backup) {
        this.plan = plan;
        this.digests = List.copyOf(digests);
        Header old = Header.ofBackup(backup);
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < old.width(); column++) {
            texts.add(old.text(column));
        }
        this.header = texts;
    }

    /** As it was: what a rollback must have restored. */
    public static Expected restored(MigrationPlan plan, List<ColumnDigest> backup) {
        Expected expected = new Expected(plan, backup, backup);
        Header old = Header.ofBackup(backup);
        plan.changes(RenameColumn.class).stream()
                .filter(rename -> old.has(rename.from()) && !old.has(rename.to()))
                .forEach(rename -> expected.gone.add(rename.to()));
        plan.changes(DropColumn.class).stream()
                .filter(drop -> old.has(drop.name()))
                .forEach(drop -> expected.back.add(drop.name()));
        return expected;
    }

    /** @param compile makes the function of a back-fill's expression */
    public static Expected changed(
            MigrationPlan plan, List<ColumnDigest> backup, Function<String, RowFunction> compile) {
        List<ColumnDigest> digests = backup.stream()
                .filter(column -> plan.changes(DropColumn.class).stream()
                        .noneMatch(drop -> HeaderName.same(drop.name(), column.header())))
                .map(column -> renamed(column, plan, Header.ofBackup(backup)))
                .toList();
        Expected expected = new Expected(plan, digests, backup);
        expected.changes(Header.ofBackup(backup), compile);
        return expected;
    }

    private static ColumnDigest renamed(ColumnDigest column, MigrationPlan plan, Header old) {
        return plan.changes(RenameColumn.class).stream()
                .filter(rename -> HeaderName.same(rename.from(), column.header()) && !old.has(rename.to()))
                .findFirst()
                .map(rename -> new ColumnDigest(column.columnIndex(), rename.to(), column.cells(), column.digest()))
                .orElse(column);
    }

    private void changes(Header old, Function<String, RowFunction> compile) {
        plan.changes(DropColumn.class).forEach(drop -> gone.add(drop.name()));
        plan.changes(RenameColumn.class).forEach(rename -> gone.add(rename.from()));
        for (ConvertColumn change : plan.changes(ConvertColumn.class)) {
            position(old, change.name()).ifPresent(column -> conversions.put(column, change));
            touched.add(TouchedColumn.converted(nameNow(change.name()), change));
        }
        for (Backfill change : plan.changes(Backfill.class)) {
            position(old, change.column()).ifPresent(column -> backfills.put(column, change));
            functions.put(change, compile.apply(change.value()));
        }
        for (SetValidation change : plan.changes(SetValidation.class)) {
            touched.add(TouchedColumn.validated(nameNow(change.column()), change));
        }
    }

    /** A plan may call a column by its old or its new name. */
    private Optional<Integer> position(Header old, String name) {
        return old.positions(name).stream().findFirst().or(() -> plan.changes(RenameColumn.class).stream()
                .filter(rename -> HeaderName.same(rename.to(), name))
                .flatMap(rename -> old.positions(rename.from()).stream())
                .findFirst());
    }

    private String nameNow(String name) {
        return plan.changes(RenameColumn.class).stream()
                .filter(rename -> HeaderName.same(rename.from(), name))
                .map(RenameColumn::to)
                .findFirst()
                .orElse(name);
    }

    List<ColumnDigest> digests() {
        return digests;
    }

    /** Header texts that must not be there. */
    public List<String> gone() {
        return List.copyOf(gone);
    }

    /** Header texts that must be there again. */
    public List<String> back() {
        return List.copyOf(back);
    }

    /** Existing columns with a declared type or rule. */
    public List<TouchedColumn> touched() {
        return List.copyOf(touched);
    }

    /** A back-fill looks at other columns than its own. */
    public boolean needsWholeRows() {
        return !backfills.isEmpty();
    }

    /**
     * A row of the backup as it must be now.
     *
     * @param firstColumn that {@code cells} begin with
     */
    List<Cell> row(int row, int firstColumn, List<Cell> cells) {
        if (row < plan.headerRow() || (conversions.isEmpty() && backfills.isEmpty())) {
            return cells;
        }
        List<Cell> changed = new ArrayList<>(cells);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            ConvertColumn conversion = conversions.get(firstColumn + i);
            if (conversion != null) {
                changed.set(i, with(cell, ConvertedContent.of(cell, conversion)));
            }
        }
        backfills.forEach((column, change) -> fill(column, change, firstColumn, cells, changed));
        return changed;
    }

    private void fill(int column, Backfill change, int firstColumn, List<Cell> cells, List<Cell> changed) {
        int at = column - firstColumn;
        Cell cell = at >= 0 && at < cells.size() ? cells.get(at) : TouchedColumn.NOTHING;
        RowFunction function = functions.get(change);
        if (firstColumn != 0 || function == null || !isReal(cells)) {
            return;
        }
        if (cell.content().isBlank() || change.overwrite()) {
            function.of(header, cells).ifPresent(content -> {
                while (changed.size() <= at) {
                    changed.add(TouchedColumn.NOTHING);
                }
                changed.set(at, with(cell, content));
            });
        }
    }

    private boolean isReal(List<Cell> cells) {
        return plan.keyColumn()
                .map(key -> {
                    int column = Header.ofTexts(header).positions(key).stream()
                            .findFirst()
                            .orElse(-1);
                    return column >= 0
                            && column < cells.size()
                            && !cells.get(column).content().asText().isBlank();
                })
                .orElse(true);
    }

    private static Cell with(Cell cell, CellContent content) {
        return new Cell(content, cell.format(), cell.validation());
    }
}
