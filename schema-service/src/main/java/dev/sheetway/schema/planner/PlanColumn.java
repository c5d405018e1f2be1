package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.List;
import java.util.Optional;

/** A column of the plan and what the sheet has of it already. */
record PlanColumn(AddColumn column, Presence presence) {
    sealed interface Presence {}

    /** No header of that name. */
    record Missing() implements Presence {}

    /** There, with our anchor for the plan's target version. */
    record Anchored(int index, int anchorId) implements Presence {}

    /**
     * There, made by somebody else.
     *
     * @param adoptable it may be taken as it is
     */
    record Foreign(int index, boolean adoptable) implements Presence {}

    /** The plan's columns, in the plan's order; a name that stands in the header twice counts at its first place. */
    static List<PlanColumn> of(SheetSnapshot sheet, MigrationPlan plan) {
        return plan.addedColumns().stream()
                .map(column -> new PlanColumn(column, presence(column, sheet, plan)))
                .toList();
    }

    private static Presence presence(AddColumn column, SheetSnapshot sheet, MigrationPlan plan) {
        Optional<Integer> index =
                sheet.header().positions(column.name()).stream().findFirst();
        if (index.isEmpty()) {
            return new Missing();
        }
        return sheet.marks().anchors().stream()
                .filter(anchor -> anchor.sheetId() == sheet.tab().sheetId()
                        && anchor.columnIndex() == index.get()
                        && anchor.version().equals(plan.to())
                        && anchor.column().equals(HeaderName.normalise(column.name())))
                .findFirst()
                .<Presence>map(anchor -> new Anchored(index.get(), anchor.metadataId()))
                .orElseGet(() -> new Foreign(index.get(), adoptable(column, index.get(), sheet)));
    }

    /**
     * A column under the very name that the plan gives it is what a broken-off run or a person made of the plan; one that
     * is spelt otherwise, or that another schema version of ours holds, may mean something else.
     */
    private static boolean adoptable(AddColumn column, int index, SheetSnapshot sheet) {
        return column.adopt()
                || (sheet.header().texts().get(index).strip().equals(column.name())
                        && sheet.marks().anchorAt(sheet.tab().sheetId(), index).isEmpty());
    }

    boolean missing() {
        return presence instanceof Missing;
    }

    boolean anchored() {
        return presence instanceof Anchored;
    }
}
