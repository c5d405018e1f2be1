package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.plan.AddTab;
import dev.sheetway.contracts.plan.Change;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.SetValidation;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.Spot;
import dev.sheetway.schema.planner.ArchivePlan.Extent;
import dev.sheetway.schema.planner.ArchivePlan.Item;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The effects of a plan's changes of what is there, in the order in which the batch needs them: keep the old cells, (insert,
 * by others), rename, write, keep the written cells, anchor, drop, add tabs.
 */
final class ChangeEffects {
    private static final int PREFIX = 8;

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
        OptionalInt key = task.plan().keyColumn().map(sheet.header()::position).orElse(OptionalInt.empty());
        ArchivePlan.Name name = new ArchivePlan.Name("before/" + task.header().effectId(), title(task));
        this.archive = new ArchivePlan(sheet, task, name, key, kept());
    }

    private static String title(Task task) {
        String title = "sheetway_before_" + task.migrationId().toString().substring(0, PREFIX);
        return task.header().epoch() == 1 ? title : title + "_" + task.header().epoch();
    }

    private List<Item> kept() {
        List<Item> kept = new ArrayList<>();
        changes.renames().forEach(due -> kept.add(new Item(due.index(), Extent.HEADER, false)));
        changes.conversions().forEach(due -> kept.add(new Item(due.index(), Extent.COLUMN, true)));
        Set<Integer> inputs = new TreeSet<>();
        changes.backfills().stream().filter(this::writes).forEach(due -> {
            kept.add(new Item(due.index(), Extent.COLUMN, true));
            inputs.addAll(sheet.findings().of(due.change()).inputs());
        });
        changes.validations().forEach(due -> kept.add(new Item(due.index(), Extent.COLUMN, true)));
        changes.drops().forEach(due -> kept.add(new Item(due.index(), Extent.COLUMN, false)));
        inputs.forEach(index -> kept.add(new Item(index, Extent.COLUMN, false)));
        return kept;
    }

    private boolean writes(ColumnChanges.Due<? extends Change> due) {
        return !sheet.findings().of(due.change()).edits().isEmpty();
    }

    Optional<ArchiveTab> archive() {
        return archive.isEmpty() ? Optional.empty() : Optional.of(archive.tab());
    }

    List<Effect> before() {
        return archive.isEmpty() ? List.of() : archive.before();
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
        effects.addAll(archive.after(columns::inserted));
        touched().forEach(due -> effects.add(anchor(due)));
        effects.addAll(spots());
        return effects;
    }

    /** Marks that find places again which only their neighbours tell: of the keys, and of what is dropped. */
    private List<Effect> spots() {
        if (archive.isEmpty()) {
            return List.of();
        }
        Set<Integer> neighbours = new TreeSet<>();
        changes.drops().stream()
                .map(this::neighbour)
                .filter(index -> index >= 0)
                .forEach(neighbours::add);
        List<Effect> effects = new ArrayList<>();
        archive.keySpot(columns::inserted, task.migrationId()).ifPresent(effects::add);
        neighbours.forEach(index -> effects.add(
                Spot.effect(sheet.tab().sheetId(), columns.inserted(index), spotId(index), task.migrationId())));
        return effects;
    }

    private int spotId(int index) {
        return Anchor.positiveHash("spot/" + task.header().effectId() + "/" + index);
    }

    /** The nearest column on the left that stays; -1: none. */
    private int neighbour(ColumnChanges.Due<? extends Change> drop) {
        Set<Integer> gone = new HashSet<>();
        changes.drops().forEach(due -> gone.add(due.index()));
        int index = drop.index() - 1;
        while (index >= 0 && gone.contains(index)) {
            index--;
        }
        return index;
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
        return new NewTabs(sheet, task).effects();
    }

    /** In the order of the kinds; each with what its inverse needs. */
    List<Changed> results() {
        return new ChangeResults(sheet, task, changes, columns, archive).all(due -> {
            int index = neighbour(due);
            return index < 0 ? 0 : spotId(index);
        });
    }

    List<AddTab> newTabs() {
        return new NewTabs(sheet, task).due();
    }
}
