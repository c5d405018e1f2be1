package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Undoes an expand batch that added columns and changed nothing else: archives exactly the columns that it inserted into a
 * hidden tab, behind a copy of the key column that tells whose values they are, and deletes them. Columns that it adopted lose the anchor that it gave them. A batch that changed what was
 * there is undone by {@link RestoreBatch}.
 */
public final class ContractPlanner {
    private static final int PREFIX = 8;

    private ContractPlanner() {}

    /** @param expanded what the expand batch recorded on the sheet */
    public static Planned<Contracted> plan(SheetSnapshot sheet, Task task, Expanded expanded) {
        List<OurColumn> ours = OurColumn.of(sheet, task, expanded);
        List<OurColumn> inserted = OurColumn.inserted(ours);
        Contracted result = result(sheet, task, inserted);
        List<Effect> effects = new ArrayList<>(OurColumn.release(ours));
        if (!inserted.isEmpty()) {
            effects.addAll(archive(sheet, task, inserted));
        }
        if (effects.isEmpty()) {
            return new Planned.NothingToDo<>(result);
        }
        sheet.audit()
                .ifPresent(tab -> effects.addAll(AuditRows.effects(
                        tab,
                        List.of(AuditEntry.ofEffect(
                                task, "REMOVE_COLUMNS", result.summary(), result.deletedColumns())))));
        return new Planned.Write<>(sheet.tab().sheetId(), effects, result);
    }

    private static List<Effect> archive(SheetSnapshot sheet, Task task, List<OurColumn> columns) {
        int rows = sheet.tab().rowCount();
        int archiveId = Anchor.positiveHash("archive/" + task.header().effectId());
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.AddTab(archiveId, archiveTitle(task), rows, columns.size() + 1, true));
        task.plan().keyColumn().map(sheet.header()::position).orElse(OptionalInt.empty()).stream()
                .mapToObj(key -> copy(sheet, rows, key, archiveId, 0))
                .forEach(effects::add);
        for (int target = 0; target < columns.size(); target++) {
            effects.add(copy(sheet, rows, columns.get(target).index(), archiveId, target + 1));
        }
        effects.addAll(OurColumn.delete(sheet, columns));
        return effects;
    }

    private static Effect copy(SheetSnapshot sheet, int rows, int index, int archiveId, int target) {
        return new Effect.CopyCells(
                GridArea.columns(sheet.tab().sheetId(), rows, index, index + 1),
                GridArea.columns(archiveId, rows, target, target + 1));
    }

    private static Contracted result(SheetSnapshot sheet, Task task, List<OurColumn> deleted) {
        long named = deleted.stream()
                .map(OurColumn::index)
                .filter(index -> index < sheet.header().texts().size()
                        && !sheet.header().texts().get(index).isBlank())
                .count();
        return new Contracted(
                sheet.source(),
                deleted.stream().map(column -> column.placed().name()).toList(),
                deleted.isEmpty() ? Optional.empty() : Optional.of(archiveTitle(task)),
                sheet.header().count() - (int) named);
    }

    static String archiveTitle(Task task) {
        String title = "sheetway_archive_" + task.migrationId().toString().substring(0, PREFIX);
        return task.header().epoch() == 1 ? title : title + "_" + task.header().epoch();
    }
}
