package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.Initialised;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Initial values for real rows that appeared since the expand batch: exactly the blank cells of exactly those rows. The
 * cells existed before, so a window between read and write remains; it is one call wide.
 */
public final class InitialisePlanner {
    private InitialisePlanner() {}

    /** @param sheet with the cells of every column that has an initial value, where its anchor stands now */
    public static Planned<Initialised> plan(SheetSnapshot sheet, Task task, Expanded expanded) {
        List<Effect> effects = new ArrayList<>();
        RowRanges rows = RowRanges.NONE;
        for (AddColumn column : task.plan().addedColumns()) {
            if (column.initial().isEmpty()) {
                continue;
            }
            Optional<Anchor> anchor =
                    placed(column, expanded).flatMap(found -> sheet.marks().anchor(found.anchorId()));
            if (anchor.isEmpty()) {
                int lost = placed(column, expanded).map(PlacedColumn::anchorId).orElse(0);
                return new Planned.Refused<>(Refusals.of(sheet).anchorMissing(column.name(), lost));
            }
            int index = anchor.get().columnIndex();
            RowRanges blank = sheet.realRows().minus(sheet.cells(index).filled());
            InitialValue.of(column).ifPresent(content -> effects.addAll(NewColumn.fill(sheet, blank, content, index)));
            rows = rows.plus(blank);
        }
        Initialised result = new Initialised(sheet.source(), rows.count());
        if (effects.isEmpty()) {
            return new Planned.NothingToDo<>(result);
        }
        sheet.audit()
                .ifPresent(tab -> effects.addAll(AuditRows.effects(
                        tab, List.of(AuditEntry.ofEffect(task, "INITIALISE", result.summary(), List.of())))));
        return new Planned.Write<>(sheet.tab().sheetId(), effects, result);
    }

    /** Where expand put {@code column}. */
    public static Optional<PlacedColumn> placed(AddColumn column, Expanded expanded) {
        return expanded.columns().stream()
                .filter(found -> found.name().equals(column.name()))
                .findFirst();
    }
}
