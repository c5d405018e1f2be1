package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.DropColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.List;
import java.util.Optional;

/**
 * Where a plan pushes columns aside or lets them close up.
 *
 * @param at 0-based index of the first column that moves or goes
 * @param columns names of the columns that the plan puts before it, or drops
 */
public record Shift(int at, List<String> columns) {
    public Shift {
        columns = List.copyOf(columns);
    }

    /** Where dropped columns stand, the leftmost of them; empty: nothing that is there is dropped. */
    public static Optional<Shift> ofDrops(SheetSnapshot sheet, MigrationPlan plan) {
        List<String> names = plan.changes(DropColumn.class).stream()
                .map(DropColumn::name)
                .filter(name -> !sheet.header().positions(name).isEmpty())
                .toList();
        return names.stream()
                .flatMap(name -> sheet.header().positions(name).stream())
                .min(Integer::compare)
                .map(at -> new Shift(at, names));
    }

    /** Empty: every new column stands behind the last header, or is there already. */
    public static Optional<Shift> of(SheetSnapshot sheet, MigrationPlan plan) {
        List<Layout.Run> inside = Columns.of(
                        sheet.header(),
                        plan,
                        PlanColumn.of(sheet, plan).stream()
                                .filter(PlanColumn::missing)
                                .map(PlanColumn::column)
                                .toList())
                .layout()
                .runs()
                .stream()
                .filter(run -> run.at() < sheet.header().texts().size())
                .toList();
        return inside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shift(
                        inside.getFirst().at(),
                        inside.stream()
                                .flatMap(run -> run.columns().stream())
                                .map(column -> column.name())
                                .toList()));
    }
}
