package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.LostMark;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.schema.mark.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** What an expand batch changes, as its record says it. */
record ChangeResults(SheetSnapshot sheet, Task task, ColumnChanges changes, Columns columns, ArchivePlan archive) {
    private static final int NEAR = 2;

    /** @param spot of the column beside a dropped one; 0: none */
    List<Changed> all(ToIntFunction<ColumnChanges.Due<? extends Change>> spot) {
        List<Changed> results = new ArrayList<>();
        changes.renames().forEach(due -> results.add(result(ChangeKind.RENAMED, due, 0)));
        changes.conversions().forEach(due -> results.add(result(ChangeKind.CONVERTED, due, edits(due))));
        changes.backfills().stream()
                .filter(due -> edits(due) > 0)
                .forEach(due -> results.add(result(ChangeKind.BACKFILLED, due, edits(due))));
        changes.validations().forEach(due -> results.add(result(ChangeKind.VALIDATED, due, 0)));
        changes.drops().stream()
                .sorted(Comparator.comparingInt(ColumnChanges.Due::index))
                .forEach(due -> results.add(dropped(due, spot.applyAsInt(due))));
        NewTabs tabs = new NewTabs(sheet, task);
        tabs.due()
                .forEach(tab -> results.add(new Changed(
                        ChangeKind.TAB_ADDED, tab.title(), tab.title(), "", 0, tabs.sheetId(tab), -1, 0, List.of())));
        return results;
    }

    private int edits(ColumnChanges.Due<? extends Change> due) {
        return sheet.findings().of(due.change()).edits().size();
    }

    private Changed result(ChangeKind kind, ColumnChanges.Due<? extends Change> due, int cells) {
        String name = changes.renamed().texts().get(due.index());
        return new Changed(
                kind,
                name,
                due.was(),
                neighbour(due.index()),
                columns.end(columns.inserted(due.index())),
                Anchor.id(task.migrationId(), name),
                archive.place(due.index()),
                archive.written(due.index()),
                cells,
                List.of());
    }

    private Changed dropped(ColumnChanges.Due<? extends Change> due, int spot) {
        return new Changed(
                ChangeKind.DROPPED,
                due.was(),
                due.was(),
                neighbour(due.index()),
                due.index(),
                spot,
                archive.place(due.index()),
                0,
                marks(sheet, due.index()));
    }

    /**
     * What may be lost with the column at {@code index}: which column goes in the end, only the batch's archive tells, but
     * it stands near. Few, because records stay on the spreadsheet for ever.
     */
    static List<LostMark> marks(SheetSnapshot sheet, int index) {
        return sheet.marks().anchors().stream()
                .filter(anchor ->
                        anchor.sheetId() == sheet.tab().sheetId() && Math.abs(anchor.columnIndex() - index) <= NEAR)
                .map(anchor -> new LostMark(anchor.metadataId(), Anchor.KEY, anchor.value()))
                .toList();
    }

    private String neighbour(int index) {
        return index == 0 ? "" : sheet.header().texts().get(index - 1);
    }
}
