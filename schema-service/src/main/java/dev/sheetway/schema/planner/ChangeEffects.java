package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.LostMark;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The effects of a plan's changes of what is there, in the order in which the batch needs them: keep the old cells, (insert,
 * by others), rename, write, keep the written cells, anchor, drop, add tabs.
 */
final class ChangeEffects {
    private final SheetSnapshot sheet;
    private final Task task;
    private final ColumnChanges changes;
    private final Columns columns;
    private final ArchivePlan archive;
    private final HeaderRow renamed;

    ChangeEffects(SheetSnapshot sheet, Task task, ColumnChanges changes, Columns columns) {
        this.sheet = sheet;
        this.task = task;
        this.changes = changes;
        this.columns = columns;
        this.renamed = changes.renamed();
        Set<Integer> written = new HashSet<>();
        changes.conversions().forEach(due -> written.add(due.index()));
        changes.backfills().stream().filter(this::writes).forEach(due -> written.add(due.index()));
        List<Integer> kept = new ArrayList<>(written.stream().sorted().toList());
        changes.validations().forEach(due -> kept.add(due.index()));
        changes.drops().forEach(due -> kept.add(due.index()));
        this.archive = new ArchivePlan(sheet, task, kept, written);
    }

    private boolean writes(ColumnChanges.Due<? extends Change> due) {
        return !sheet.findings().of(due.change()).edits().isEmpty();
    }

    /** Cells of the archive tab. */
    long cells() {
        return archive.cells();
    }

    Optional<ArchiveTab> archive() {
        return archive.tab();
    }

    List<Effect> before() {
        return archive.before();
    }

    List<Effect> inPlace() {
        List<Effect> effects = new ArrayList<>();
        changes.renames()
                .forEach(due -> effects.add(new Effect.WriteCells(
                        sheet.tab().sheetId(),
                        task.plan().headerRow() - 1,
                        columns.inserted(due.index()),
                        List.of(List.of(
                                CellWrite.of(new CellContent.Text(due.change().to())))))));
        changes.conversions().forEach(due -> {
            format(due.change(), due.index(), effects);
            effects.addAll(CellRuns.writes(
                    sheet.tab().sheetId(),
                    columns.inserted(due.index()),
                    sheet.findings().of(due.change()).edits()));
        });
        changes.backfills()
                .forEach(due -> effects.addAll(CellRuns.writes(
                        sheet.tab().sheetId(),
                        columns.inserted(due.index()),
                        sheet.findings().of(due.change()).edits())));
        changes.validations().forEach(due -> rule(due.change(), due.index(), effects));
        effects.addAll(archive.after(columns));
        touched().forEach(due -> effects.add(anchor(due)));
        return effects;
    }

    private Optional<GridArea> body(int index) {
        int at = columns.inserted(index);
        int rows = sheet.tab().rowCount();
        return task.plan().headerRow() < rows
                ? Optional.of(new GridArea(sheet.tab().sheetId(), task.plan().headerRow(), rows, at, at + 1))
                : Optional.empty();
    }

    /** Blank cells too: what people type there from now on is of the new type. */
    private void format(ConvertColumn change, int index, List<Effect> effects) {
        body(index)
                .ifPresent(body -> effects.add(new Effect.FillCells(
                        body,
                        new CellWrite(Optional.empty(), Optional.of(ColumnFormat.of(change.to(), change.format()))))));
    }

    private void rule(SetValidation change, int index, List<Effect> effects) {
        body(index)
                .ifPresent(body -> effects.add(new Effect.SetValidation(
                        body, ValidationRules.json(change, task.plan().headerRow(), columns.inserted(index)))));
    }

    /** One of each column that stays and is changed. */
    private List<ColumnChanges.Due<? extends Change>> touched() {
        Set<Integer> seen = new HashSet<>();
        return Stream.<ColumnChanges.Due<? extends Change>>concat(
                        changes.renames().stream(),
                        Stream.concat(
                                changes.conversions().stream(),
                                Stream.concat(changes.backfills().stream(), changes.validations().stream())))
                .filter(due -> seen.add(due.index()))
                .toList();
    }

    private int anchorId(int index) {
        return Anchor.id(task.migrationId(), renamed.texts().get(index));
    }

    private Effect anchor(ColumnChanges.Due<? extends Change> due) {
        return new Effect.AnchorColumn(
                sheet.tab().sheetId(),
                columns.inserted(due.index()),
                anchorId(due.index()),
                Anchor.KEY,
                Anchor.value(
                        task.migrationId(),
                        renamed.texts().get(due.index()),
                        task.plan().to()));
    }

    /** From right to left, so that no deletion moves the next one's column. */
    List<Effect> drops() {
        return changes.drops().stream()
                .map(due -> columns.inserted(due.index()))
                .sorted(Comparator.reverseOrder())
                .<Effect>map(index -> new Effect.DeleteColumns(sheet.tab().sheetId(), index, index + 1))
                .toList();
    }

    List<Effect> tabs() {
        List<Effect> effects = new ArrayList<>();
        newTabs().forEach(tab -> {
            int sheetId = tabId(tab);
            effects.add(new Effect.AddTab(
                    sheetId,
                    tab.title(),
                    NewTab.ROWS,
                    Math.max(NewTab.COLUMNS, tab.headers().size()),
                    tab.hidden()));
            if (!tab.headers().isEmpty()) {
                List<CellWrite> headers = tab.headers().stream()
                        .map(header -> CellWrite.of(new CellContent.Text(header)))
                        .toList();
                effects.add(new Effect.WriteCells(sheetId, 0, 0, List.of(headers)));
            }
        });
        return effects;
    }

    /** Google's own size of a new tab. */
    static final class NewTab {
        static final int ROWS = 1_000;
        static final int COLUMNS = 26;

        private NewTab() {}
    }

    private List<AddTab> newTabs() {
        return task.plan().changes(AddTab.class).stream()
                .filter(tab -> !sheet.findings().tabs().containsKey(tab.title()))
                .toList();
    }

    private int tabId(AddTab tab) {
        return Anchor.positiveHash("tab/" + task.header().effectId() + "/" + tab.title());
    }

    /** In the order of the kinds; each with what its inverse needs. */
    List<Changed> results() {
        List<Changed> results = new ArrayList<>();
        changes.renames().forEach(due -> results.add(result(ChangeKind.RENAMED, due, -1, 0)));
        changes.conversions().forEach(due -> results.add(cells(ChangeKind.CONVERTED, due)));
        changes.backfills().stream()
                .filter(this::writes)
                .forEach(due -> results.add(cells(ChangeKind.BACKFILLED, due)));
        changes.validations()
                .forEach(due -> results.add(result(ChangeKind.VALIDATED, due, archive.place(due.index()), 0)));
        changes.drops().stream()
                .sorted(Comparator.comparingInt(ColumnChanges.Due::index))
                .forEach(due -> results.add(dropped(due)));
        newTabs()
                .forEach(tab -> results.add(new Changed(
                        ChangeKind.TAB_ADDED, tab.title(), tab.title(), "", 0, tabId(tab), -1, 0, List.of())));
        return results;
    }

    private Changed cells(ChangeKind kind, ColumnChanges.Due<? extends Change> due) {
        return result(
                kind,
                due,
                archive.place(due.index()),
                sheet.findings().of(due.change()).edits().size());
    }

    private Changed result(ChangeKind kind, ColumnChanges.Due<? extends Change> due, int place, int cells) {
        return new Changed(
                kind,
                renamed.texts().get(due.index()),
                due.was(),
                neighbour(due.index()),
                columns.end(columns.inserted(due.index())),
                anchorId(due.index()),
                place,
                cells,
                List.of());
    }

    private Changed dropped(ColumnChanges.Due<? extends Change> due) {
        List<LostMark> marks = sheet.marks().anchors().stream()
                .filter(anchor -> anchor.sheetId() == sheet.tab().sheetId() && anchor.columnIndex() == due.index())
                .map(anchor -> new LostMark(anchor.metadataId(), Anchor.KEY, anchor.value()))
                .toList();
        return new Changed(
                ChangeKind.DROPPED,
                due.was(),
                due.was(),
                neighbour(due.index()),
                due.index(),
                0,
                archive.place(due.index()),
                0,
                marks);
    }

    private String neighbour(int index) {
        return index == 0 ? "" : sheet.header().texts().get(index - 1);
    }
}
