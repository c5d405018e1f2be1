package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.workspace.Effect;
import java.util.Comparator;
import java.util.List;

/** A column that a batch made or adopted, and where it stands now. */
record OurColumn(PlacedColumn placed, int index) {

    /** By mark alone: people may have moved or renamed the column, and a header of that name may be theirs. */
    static List<OurColumn> of(SheetSnapshot sheet, Task task, Expanded done) {
        List<Integer> marks = sheet.marks().onColumns(task.migrationId());
        return done.columns().stream()
                .filter(placed -> marks.contains(placed.anchorId()))
                .flatMap(placed -> sheet.marks().column(sheet.tab().sheetId(), placed.anchorId()).stream()
                        .map(index -> new OurColumn(placed, index)))
                .sorted(Comparator.comparingInt(OurColumn::index))
                .toList();
    }

    static List<OurColumn> inserted(List<OurColumn> ours) {
        return ours.stream().filter(column -> !column.placed().adopted()).toList();
    }

    /** Adopted columns lose the anchor. */
    static List<Effect> release(List<OurColumn> ours) {
        return ours.stream()
                .filter(column -> column.placed().adopted())
                .<Effect>map(column -> new Effect.RemoveMetadata(column.placed().anchorId()))
                .toList();
    }

    /** From right to left, so that no deletion moves the next one's column. */
    static List<Effect> delete(SheetSnapshot sheet, List<OurColumn> columns) {
        return columns.reversed().stream()
                .<Effect>map(
                        column -> new Effect.DeleteColumns(sheet.tab().sheetId(), column.index(), column.index() + 1))
                .toList();
    }
}
