package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.planner.AuditTab;
import dev.sheetway.schema.planner.ColumnCells;
import dev.sheetway.schema.planner.Findings;
import dev.sheetway.schema.planner.HeaderRow;
import dev.sheetway.schema.planner.InitialisePlanner;
import dev.sheetway.schema.planner.Limits;
import dev.sheetway.schema.planner.RowRanges;
import dev.sheetway.schema.planner.SheetSnapshot;
import dev.sheetway.schema.planner.StructurePreflight;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a snapshot: one call when every column stands where it was expected, two otherwise. What was expected is never
 * trusted: the header and the anchors of the same answer tell where columns are.
 */
final class SnapshotReader {
    /** One n-th of the limit of cells. */
    private static final int WORTH_A_READ = 10;

    private final SheetReader reader;
    private final String source;
    private final Memory memory;

    SnapshotReader(SheetReader reader, String source, Memory memory) {
        this.reader = reader;
        this.source = source;
        this.memory = memory;
    }

    String source() {
        return source;
    }

    /**
     * @throws StepFailedException when the plan's tabs are not there
     * @throws dev.sheetway.workspace.GatewayException when a call fails
     */
    SheetSnapshot read(Task task, Wish wish) {
        SpreadsheetId id = task.header().spreadsheetId();
        MigrationPlan plan = task.plan();
        FirstRead.Answer answer = FirstRead.read(reader, id, plan, wish);
        StructurePreflight.table(answer.book(), plan, task.header().step() != Step.OPEN)
                .or(() -> auditTab(answer.book(), plan, wish))
                .ifPresent(failure -> {
                    throw new StepFailedException(failure);
                });
        Workbook.Tab tab = answer.book()
                .tab(plan.tab())
                .orElseThrow(() -> new IllegalStateException("the preflight let a missing tab pass"));
        Marks marks = Marks.of(answer.book());
        TableRead table = new TableRead(reader, id, tab, plan.headerRow());
        Map<Integer, ColumnCells> columns = new TreeMap<>(answer.columns());
        Set<Integer> wanted = wanted(plan, wish, answer.header(), marks, tab);
        wanted.removeAll(columns.keySet());
        columns.putAll(table.columns(wanted));
        SheetSnapshot snapshot = new SheetSnapshot(
                id,
                source,
                answer.book().title(),
                tab,
                otherCells(answer.book(), tab, task.limits()),
                marks,
                answer.header(),
                realRows(plan, wish, answer.header(), columns, table),
                columns,
                audit(answer, plan),
                Findings.NONE);
        memory.saw(snapshot, plan);
        return snapshot;
    }

    private static Optional<Failure> auditTab(Workbook book, MigrationPlan plan, Wish wish) {
        return switch (wish.audit()) {
            case NOTHING, LAST_ROW_IF_THERE -> Optional.empty();
            case LAST_ROW -> StructurePreflight.audit(book, plan);
        };
    }

    private static Set<Integer> wanted(MigrationPlan plan, Wish wish, HeaderRow header, Marks marks, Workbook.Tab tab) {
        Set<Integer> wanted = new HashSet<>();
        if (wish.realRows()) {
            plan.keyColumn()
                    .flatMap(key -> header.positions(key).stream().findFirst())
                    .ifPresent(wanted::add);
        }
        wish.expanded().stream()
                .flatMap(expanded -> plan.addedColumns().stream()
                        .filter(column -> column.initial().isPresent())
                        .flatMap(column -> InitialisePlanner.placed(column, expanded).stream()))
                .flatMap((PlacedColumn placed) -> marks.anchor(placed.anchorId()).stream())
                .map(Anchor::columnIndex)
                .forEach(wanted::add);
        plan.addedColumns().stream()
                .flatMap(column -> header.positions(column.name()).stream())
                .filter(index -> marks.anchorAt(tab.sheetId(), index).isEmpty())
                .forEach(wanted::add);
        return wanted;
    }

    private static RowRanges realRows(
            MigrationPlan plan, Wish wish, HeaderRow header, Map<Integer, ColumnCells> columns, TableRead table) {
        if (!wish.realRows()) {
            return RowRanges.NONE;
        }
        return plan.keyColumn()
                .map(key -> header.positions(key).stream()
                        .findFirst()
                        .map(index ->
                                columns.getOrDefault(index, ColumnCells.EMPTY).filled())
                        .orElse(RowRanges.NONE))
                .orElseGet(table::rowsWithContent);
    }

    /**
     * Cells of the tabs that were read, and of all tabs where ours is big enough to matter: for a small one the read is
     * not worth it, Google itself refuses the batch, as a whole.
     */
    private long otherCells(Workbook book, Workbook.Tab tab, Limits limits) {
        Workbook all = cells(tab) > limits.cells() / WORTH_A_READ ? reader.open(book.id()) : book;
        return all.tabs().stream()
                .filter(found -> found.sheetId() != tab.sheetId())
                .mapToLong(SnapshotReader::cells)
                .sum();
    }

    private static long cells(Workbook.Tab tab) {
        return (long) tab.rowCount() * tab.columnCount();
    }

    private static Optional<AuditTab> audit(FirstRead.Answer answer, MigrationPlan plan) {
        return plan.audit()
                .flatMap(title -> answer.book().tab(title))
                .map(tab -> new AuditTab(
                        tab.sheetId(),
                        answer.lastAuditRow() + 1,
                        Zones.of(answer.book().timeZone())));
    }
}
