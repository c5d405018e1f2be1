package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.Spot;
import dev.sheetway.schema.planner.ArchivePlan.Extent;
import dev.sheetway.schema.planner.ArchivePlan.Item;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Undoes an expand batch: takes the columns away that it inserted, and puts back what it changed. It addresses columns and rows by place like any other, so it keeps what it is
 * about to touch, too, and says in its record what it expected there: where that was something else, the batch can itself
 * be undone by another one of this kind.
 */
public final class RestoreBatch {
    private static final int PREFIX = 8;

    private final SheetSnapshot sheet;
    private final Task task;
    private final KeptCells cells;
    private final List<OurColumn> ours;
    private final List<OurColumn> inserted;
    private final List<Integer> deleted;
    private final RestorePlanner restore;
    private final ArchivePlan archive;

    private RestoreBatch(SheetSnapshot sheet, Task task, Expanded done, KeptCells cells) {
        this.sheet = sheet;
        this.task = task;
        this.cells = cells;
        this.ours = OurColumn.of(sheet, task, done);
        this.inserted = OurColumn.inserted(ours);
        this.deleted = inserted.stream().map(OurColumn::index).toList();
        this.restore = new RestorePlanner(sheet, task, done, cells, deleted);
        ArchivePlan.Name name = new ArchivePlan.Name("archive/" + task.header().effectId(), archiveTitle(task));
        this.archive = new ArchivePlan(sheet, task, name, cells.keyColumn(), items());
    }

    /**
     * @param done what the batch recorded that is to be undone
     * @param cells of the columns that it changed, and of what it kept
     * @param repairs its epoch, if that is a rollback batch itself; 0: the migration
     */
    public static Planned<Contracted> plan(
            SheetSnapshot sheet, Task task, Expanded done, KeptCells cells, int repairs) {
        return new RestoreBatch(sheet, task, done, cells).planned(repairs);
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        inserted.forEach(column -> items.add(new Item(column.index(), Extent.COLUMN, false)));
        restore.touches()
                .forEach(touch -> items.add(
                        switch (touch.kind()) {
                            case RENAMED -> new Item(touch.index(), Extent.HEADER, false);
                            case CONVERTED, BACKFILLED, VALIDATED -> new Item(touch.index(), Extent.COLUMN, true);
                            case DROPPED, TAB_ADDED -> throw new IllegalStateException(touch.kind() + " has no column");
                        }));
        items.addAll(restore.neighbours());
        return items;
    }

    private Planned<Contracted> planned(int repairs) {
        Contracted result = result();
        List<Effect> effects = new ArrayList<>(OurColumn.release(ours));
        if (!archive.isEmpty()) {
            effects.addAll(archive.before());
        }
        effects.addAll(OurColumn.delete(sheet, inserted));
        effects.addAll(restore.inPlace());
        if (!archive.isEmpty()) {
            effects.addAll(archive.after(this::place));
            effects.addAll(spots());
        }
        effects.addAll(restore.behind());
        effects.addAll(restore.formulas());
        if (effects.isEmpty()) {
            return new Planned.NothingToDo<>(result);
        }
        if (effects.size() > Limits.REQUESTS) {
            return new Planned.Refused<>(Refusals.of(sheet).tooManyBlocks(Limits.REQUESTS, effects.size()));
        }
        sheet.audit()
                .ifPresent(audit -> effects.addAll(AuditRows.effects(
                        audit,
                        List.of(AuditEntry.ofEffect(task, action(), result.summary(), result.deletedColumns())))));
        return new Planned.Write<>(
                sheet.tab().sheetId(), effects, result, Optional.of(new Undo(asDone(), digests(), repairs)));
    }

    private String action() {
        return restore.restored().isEmpty() && restore.touches().isEmpty() ? "REMOVE_COLUMNS" : "RESTORE_SCHEMA";
    }

    private int place(int index) {
        return restore.place(index, deleted);
    }

    /** One on each column that is written, one beside each that is deleted. */
    private List<Effect> spots() {
        TreeSet<Integer> marked = new TreeSet<>();
        restore.touches().forEach(touch -> marked.add(touch.index()));
        deleted.stream().map(this::neighbour).filter(index -> index >= 0).forEach(marked::add);
        List<Effect> effects = new ArrayList<>();
        archive.keySpot(this::place, task.migrationId()).ifPresent(effects::add);
        marked.forEach(index ->
                effects.add(Spot.effect(sheet.tab().sheetId(), place(index), spotId(index), task.migrationId())));
        return effects;
    }

    private int spotId(int index) {
        return Anchor.positiveHash("spot/" + task.header().effectId() + "/" + index);
    }

    /** The nearest column on the left that stays; -1: none. */
    private int neighbour(int index) {
        int left = index - 1;
        while (left >= 0 && deleted.contains(left)) {
            left--;
        }
        return left;
    }

    private Expanded asDone() {
        List<Changed> changed = new ArrayList<>();
        restore.touches()
                .forEach(touch -> changed.add(new Changed(
                        touch.kind(),
                        touch.written(),
                        touch.before(),
                        "",
                        touch.index(),
                        spotId(touch.index()),
                        archive.place(touch.index()),
                        archive.written(touch.index()),
                        0,
                        List.of())));
        for (OurColumn column : inserted) {
            changed.add(new Changed(
                    ChangeKind.DROPPED,
                    header(column.index()),
                    header(column.index()),
                    "",
                    column.index(),
                    neighbour(column.index()) < 0 ? 0 : spotId(neighbour(column.index())),
                    archive.place(column.index()),
                    0,
                    ChangeResults.marks(sheet, column.index())));
        }
        return new Expanded(
                sheet.source(),
                sheet.tab().sheetId(),
                sheet.header().count(),
                restore.columns(),
                restore.back(),
                0,
                changed,
                archive.isEmpty() ? Optional.empty() : Optional.of(archive.tab()));
    }

    private String header(int index) {
        List<String> texts = sheet.header().texts();
        return index < texts.size() ? texts.get(index) : "";
    }

    private Map<Integer, String> digests() {
        Map<Integer, String> digests = new HashMap<>();
        if (archive.isEmpty()) {
            return digests;
        }
        archive.key().ifPresent(index -> digests.put(archive.tab().keys(), column(index)));
        archive.items()
                .forEach(item -> digests.put(
                        archive.place(item.index()),
                        switch (item.extent()) {
                            case HEADER -> headerAlone(item.index());
                            case COLUMN -> column(item.index());
                        }));
        return digests;
    }

    private String column(int index) {
        return ContentDigest.of(cells.live().getOrDefault(index, List.of()));
    }

    private String headerAlone(int index) {
        int row = task.plan().headerRow() - 1;
        Cell blank = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());
        List<Cell> cells = new ArrayList<>(Collections.nCopies(row, blank));
        String text = header(index);
        cells.add(text.isEmpty() ? blank : new Cell(new CellContent.Text(text), Optional.empty(), Optional.empty()));
        return ContentDigest.of(cells);
    }

    private Contracted result() {
        return new Contracted(
                sheet.source(),
                inserted.stream().map(column -> column.placed().name()).toList(),
                inserted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(archive.tab().title()),
                restore.columns(),
                restore.restored(),
                restore.kept());
    }

    private static String archiveTitle(Task task) {
        String title = "sheetway_archive_" + task.migrationId().toString().substring(0, PREFIX);
        return task.header().epoch() == 1 ? title : title + "_" + task.header().epoch();
    }
}
