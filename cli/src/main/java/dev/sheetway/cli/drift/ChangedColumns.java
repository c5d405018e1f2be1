package dev.sheetway.cli.drift;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.ColumnKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The columns of a table after an expand batch, in the order of the batch: rename and convert, drop, insert. */
final class ChangedColumns {
    private final List<KnownColumn> columns;
    private final MigrationPlan plan;

    ChangedColumns(List<KnownColumn> before, MigrationPlan plan) {
        this.columns = new ArrayList<>(before);
        this.plan = plan;
    }

    List<KnownColumn> after(StepResult.Expanded expanded) {
        expanded.changed().forEach(this::change);
        expanded.columns().stream()
                .sorted(Comparator.comparingInt(StepResult.PlacedColumn::columnIndex))
                .forEach(this::place);
        return List.copyOf(columns);
    }

    private void change(StepResult.Changed changed) {
        switch (changed.kind()) {
            case DROPPED -> columns.removeIf(column -> column.isNamed(changed.was()));
            case TAB_ADDED -> {}
            case RENAMED, BACKFILLED, VALIDATED -> known(changed, column -> column);
            case CONVERTED ->
                known(changed, column -> plan.changes(ConvertColumn.class).stream()
                        .filter(convert -> isOf(convert, changed))
                        .findFirst()
                        .map(convert ->
                                column.of(ColumnKind.valueOf(convert.to().name())))
                        .orElse(column));
        }
    }

    private static boolean isOf(ConvertColumn convert, StepResult.Changed changed) {
        return HeaderName.same(convert.name(), changed.name()) || HeaderName.same(convert.name(), changed.was());
    }

    /** One column may have been renamed by one change and converted by another. */
    private void known(StepResult.Changed changed, UnaryOperator<KnownColumn> change) {
        columns.replaceAll(column -> column.isNamed(changed.was()) || column.isNamed(changed.name())
                ? change.apply(column.renamed(changed.name()).anchored(changed.markId()))
                : column);
    }

    private void place(StepResult.PlacedColumn placed) {
        Optional<AddColumn> added = plan.addedColumns().stream()
                .filter(column -> HeaderName.same(column.name(), placed.name()))
                .findFirst();
        UnaryOperator<KnownColumn> ours = column -> {
            KnownColumn anchored = column.renamed(placed.name()).anchored(placed.anchorId());
            return added.map(declared ->
                            anchored.of(ColumnKind.valueOf(declared.type().name())))
                    .orElse(anchored);
        };
        if (columns.stream().anyMatch(column -> column.isNamed(placed.name()))) {
            columns.replaceAll(column -> column.isNamed(placed.name()) ? ours.apply(column) : column);
        } else {
            columns.add(Math.min(placed.columnIndex(), columns.size()), ours.apply(KnownColumn.named(placed.name())));
        }
    }
}
