package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plan's changes in one batch. New columns are inserted, so their cells belong to the batch alone: between our read and
 * our write anybody may type into, or insert, any other. Changes of cells that are there keep the old ones in a hidden
 * tab, in the same batch, so what was typed in that instant is there too.
 */
public final class ExpandPlanner {
    private final SheetSnapshot sheet;
    private final Task task;
    private final List<PlanColumn> columns;
    private final List<AddColumn> missing;
    private final Layout layout;
    private final Columns places;
    private final ChangeEffects changes;

    private ExpandPlanner(SheetSnapshot sheet, Task task) {
        this.sheet = sheet;
        this.task = task;
        this.columns = PlanColumn.of(sheet, task.plan());
        this.missing = columns.stream()
                .filter(PlanColumn::missing)
                .map(PlanColumn::column)
                .toList();
        ColumnChanges due = ColumnChanges.of(sheet.header(), task.plan());
        this.places = Columns.of(sheet.header(), task.plan(), missing);
        this.layout = places.layout();
        this.changes = new ChangeEffects(sheet, task, due, places);
    }

    /** The batch that gives the sheet every column that it lacks; refuses whatever the preflight refuses. */
    public static Planned<Expanded> plan(SheetSnapshot sheet, Task task) {
        Optional<Failure> refusal = Preflight.check(sheet, task.plan(), task.migrationId(), task.limits());
        if (refusal.isPresent()) {
            return new Planned.Refused<>(refusal.get());
        }
        return new ExpandPlanner(sheet, task).decide();
    }

    /** The header as it reads after the batch of {@link #plan}. */
    static List<String> headersAfter(SheetSnapshot sheet, Task task) {
        return new ExpandPlanner(sheet, task).places.headers();
    }

    private Planned<Expanded> decide() {
        Expanded result = result();
        List<Effect> effects = new ArrayList<>(changes.before());
        effects.addAll(insertions());
        NewColumn maker = new NewColumn(sheet, task);
        for (PlanColumn column : columns) {
            int index = layout.position(column.column().name());
            switch (column.presence()) {
                case PlanColumn.Missing m -> effects.addAll(maker.effects(column.column(), index));
                case PlanColumn.Foreign f -> effects.add(maker.anchor(column.column(), index));
                case PlanColumn.Anchored a -> {}
            }
        }
        effects.addAll(changes.inPlace());
        effects.addAll(changes.drops());
        effects.addAll(changes.tabs());
        if (effects.isEmpty()) {
            return new Planned.NothingToDo<>(result);
        }
        if (effects.size() > Limits.REQUESTS) {
            return new Planned.Refused<>(Refusals.of(sheet).tooManyRequests(Limits.REQUESTS, effects.size()));
        }
        sheet.audit().ifPresent(tab -> effects.addAll(AuditRows.effects(tab, List.of(audit(result)))));
        return new Planned.Write<>(sheet.tab().sheetId(), effects, result);
    }

    private List<Effect> insertions() {
        int sheetId = sheet.tab().sheetId();
        int headerRow = task.plan().headerRow() - 1;
        List<Effect> effects = new ArrayList<>();
        for (Layout.Run run : layout.runs()) {
            effects.add(
                    new Effect.InsertColumns(sheetId, run.at(), run.columns().size(), true));
        }
        for (Layout.Run run : layout.runs()) {
            List<CellWrite> headers = run.columns().stream()
                    .map(column -> CellWrite.of(new CellContent.Text(column.name())))
                    .toList();
            effects.add(new Effect.WriteCells(sheetId, headerRow, run.at(), List.of(headers)));
        }
        return effects;
    }

    private Expanded result() {
        boolean initial = missing.stream().anyMatch(column -> column.initial().isPresent());
        return new Expanded(
                sheet.source(),
                sheet.tab().sheetId(),
                sheet.header().count(),
                sheet.header().count() + missing.size() - places.drops().size(),
                columns.stream().map(this::placed).toList(),
                initial ? sheet.realRows().count() : 0,
                changes.results(),
                changes.archive());
    }

    private PlacedColumn placed(PlanColumn column) {
        String name = column.column().name();
        int anchor = column.presence() instanceof PlanColumn.Anchored anchored
                ? anchored.anchorId()
                : Anchor.id(task.migrationId(), name);
        return new PlacedColumn(name, places.end(layout.position(name)), anchor, !column.missing());
    }

    private AuditEntry audit(Expanded result) {
        List<String> added = missing.stream().map(AddColumn::name).toList();
        String action = result.changed().isEmpty() ? "ADD_COLUMNS" : "CHANGE_SCHEMA";
        return AuditEntry.ofEffect(task, action, result.summary(), added);
    }
}
