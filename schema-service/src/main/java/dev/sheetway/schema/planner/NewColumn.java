package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The effects that make a column out of an inserted one, header apart. */
final class NewColumn {
    /** Beyond this many ranges one block with blanks in it is the smaller request. */
    private static final int MOST_RANGES = 200;

    private final SheetSnapshot sheet;
    private final Task task;

    NewColumn(SheetSnapshot sheet, Task task) {
        this.sheet = sheet;
        this.task = task;
    }

    /** @param index where the column stands once all insertions of the batch are done */
    List<Effect> effects(AddColumn column, int index) {
        int firstRow = task.plan().headerRow();
        List<Effect> effects = new ArrayList<>();
        if (firstRow < sheet.tab().rowCount()) {
            GridArea body =
                    new GridArea(sheet.tab().sheetId(), firstRow, sheet.tab().rowCount(), index, index + 1);
            effects.add(
                    new Effect.FillCells(body, new CellWrite(Optional.empty(), Optional.of(ColumnFormat.of(column)))));
            // without a pattern too: an inserted column inherits its neighbour's rule
            effects.add(new Effect.SetValidation(body, PatternRule.of(column, firstRow, index)));
        }
        InitialValue.of(column).ifPresent(content -> effects.addAll(initial(content, index)));
        effects.add(anchor(column, index));
        return effects;
    }

    Effect.AnchorColumn anchor(AddColumn column, int index) {
        return new Effect.AnchorColumn(
                sheet.tab().sheetId(),
                index,
                Anchor.id(task.migrationId(), column.name()),
                Anchor.KEY,
                Anchor.value(task.migrationId(), column.name(), task.plan().to()));
    }

    private List<Effect> initial(CellContent content, int index) {
        List<RowRanges.Range> ranges = sheet.realRows().ranges();
        return ranges.size() > MOST_RANGES
                ? List.of(block(content, index))
                : fill(sheet, sheet.realRows(), content, index);
    }

    /** One effect per range of rows. */
    static List<Effect> fill(SheetSnapshot sheet, RowRanges rows, CellContent content, int index) {
        return rows.ranges().stream()
                .<Effect>map(range -> new Effect.FillCells(
                        new GridArea(sheet.tab().sheetId(), range.start(), range.end(), index, index + 1),
                        CellWrite.of(content)))
                .toList();
    }

    /** Blanks into the rows between are harmless here: the same batch has just created these cells. */
    private Effect block(CellContent content, int index) {
        List<List<CellWrite>> rows = new ArrayList<>();
        int start = sheet.realRows().ranges().getFirst().start();
        for (RowRanges.Range range : sheet.realRows().ranges()) {
            while (start + rows.size() < range.start()) {
                rows.add(List.of(CellWrite.of(CellContent.BLANK)));
            }
            while (start + rows.size() < range.end()) {
                rows.add(List.of(CellWrite.of(content)));
            }
        }
        return new Effect.WriteCells(sheet.tab().sheetId(), start, index, rows);
    }
}
