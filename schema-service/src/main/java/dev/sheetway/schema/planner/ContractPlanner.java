package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Undoes an expand batch: archives exactly the columns that it inserted into a hidden tab and deletes them. Columns that
 * it adopted lose the anchor that it gave them, nothing else. What it changed is put back ({@link RestorePlanner}).
 */
public final class ContractPlanner {
    private static final int PREFIX = 8;

    private record Ours(PlacedColumn placed, Anchor anchor) {}

    private ContractPlanner() {}

    /**
     * @param expanded what the expand batch recorded on the sheet; empty: it never took effect
     * @param kept cells of the columns that it changed, and of their archive
     */
    public static Planned<Contracted> plan(
            SheetSnapshot sheet, Task task, Optional<Expanded> expanded, KeptCells kept) {
        List<Ours> ours = expanded.map(Expanded::columns).orElse(List.of()).stream()
                .flatMap(placed -> ours(sheet, task, placed).stream())
                .sorted(Comparator.comparingInt(found -> found.anchor().columnIndex()))
                .toList();
        List<Ours> inserted =
                ours.stream().filter(found -> !found.placed().adopted()).toList();
        Optional<RestorePlanner> restore = expanded.filter(one -> !one.changed().isEmpty())
                .map(one -> new RestorePlanner(
                        sheet,
                        task,
                        one,
                        kept,
                        inserted.stream()
                                .map(column -> column.anchor().columnIndex())
                                .toList()));
        Contracted result = result(sheet, task, inserted, restore);
        List<Effect> effects = new ArrayList<>();
        ours.stream()
                .filter(found -> found.placed().adopted())
                .forEach(found ->
                        effects.add(new Effect.RemoveMetadata(found.anchor().metadataId())));
        if (!inserted.isEmpty()) {
            effects.addAll(archive(sheet, task, inserted));
        }
        restore.ifPresent(planner -> effects.addAll(planner.effects()));
        if (effects.isEmpty()) {
            return new Planned.NothingToDo<>(result);
        }
        sheet.audit()
                .ifPresent(tab -> effects.addAll(AuditRows.effects(
                        tab,
                        List.of(AuditEntry.ofEffect(
                                task,
                                restore.isEmpty() ? "REMOVE_COLUMNS" : "RESTORE_SCHEMA",
                                result.summary(),
                                result.deletedColumns())))));
        return new Planned.Write<>(sheet.tab().sheetId(), effects, result);
    }

    /** By anchor alone: people may have moved or renamed the column, and a header of that name may be theirs. */
    private static Optional<Ours> ours(SheetSnapshot sheet, Task task, PlacedColumn placed) {
        return sheet.marks()
                .anchor(placed.anchorId())
                .filter(anchor -> anchor.isOf(task.migrationId())
                        && anchor.sheetId() == sheet.tab().sheetId())
                .map(anchor -> new Ours(placed, anchor));
    }

    private static List<Effect> archive(SheetSnapshot sheet, Task task, List<Ours> columns) {
        int sheetId = sheet.tab().sheetId();
        int rows = sheet.tab().rowCount();
        int archiveId = Anchor.positiveHash("archive/" + task.header().effectId());
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.AddTab(archiveId, archiveTitle(task), rows, columns.size(), true));
        for (int target = 0; target < columns.size(); target++) {
            int index = columns.get(target).anchor().columnIndex();
            effects.add(new Effect.CopyCells(
                    GridArea.columns(sheetId, rows, index, index + 1),
                    GridArea.columns(archiveId, rows, target, target + 1)));
        }
        // from right to left, so that no deletion moves the next one's column
        for (Ours column : columns.reversed()) {
            int index = column.anchor().columnIndex();
            effects.add(new Effect.DeleteColumns(sheetId, index, index + 1));
        }
        return effects;
    }

    private static Contracted result(
            SheetSnapshot sheet, Task task, List<Ours> deleted, Optional<RestorePlanner> restore) {
        long named = deleted.stream()
                .map(column -> column.anchor().columnIndex())
                .filter(index -> index < sheet.header().texts().size()
                        && !sheet.header().texts().get(index).isBlank())
                .count();
        return new Contracted(
                sheet.source(),
                deleted.stream().map(column -> column.placed().name()).toList(),
                deleted.isEmpty() ? Optional.empty() : Optional.of(archiveTitle(task)),
                restore.map(RestorePlanner::columns).orElse(sheet.header().count() - (int) named),
                restore.map(RestorePlanner::restored).orElse(List.of()),
                restore.map(RestorePlanner::kept).orElse(List.of()));
    }

    private static String archiveTitle(Task task) {
        String title = "sheetway_archive_" + task.migrationId().toString().substring(0, PREFIX);
        return task.header().epoch() == 1 ? title : title + "_" + task.header().epoch();
    }
}
