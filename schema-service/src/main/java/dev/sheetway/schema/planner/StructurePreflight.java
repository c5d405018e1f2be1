package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.Workbook;
import java.util.Optional;

/** What the structure of a spreadsheet alone tells: whether there is anything to read. */
public final class StructurePreflight {
    private StructurePreflight() {}

    /**
     * Why the plan's table cannot be read; empty: it can.
     *
     * @param book with all its tabs, if the plan's is not there
     * @param begun whether the migration has read the table before
     */
    public static Optional<Failure> table(Workbook book, MigrationPlan plan, boolean begun) {
        Refusals refusals = Refusals.of(plan.tab(), book.id());
        Optional<Workbook.Tab> tab = book.tab(plan.tab());
        if (tab.isEmpty()) {
            return Optional.of(begun ? refusals.tabGone(book.tabs()) : refusals.unknownTab(book.tabs()));
        }
        if (plan.headerRow() > tab.get().rowCount()) {
            return Optional.of(
                    refusals.headerRowOutside(plan.headerRow(), tab.get().rowCount()));
        }
        return Optional.empty();
    }

    /** Why the plan's audit tab cannot take rows; empty: it can, or the plan names none. */
    public static Optional<Failure> audit(Workbook book, MigrationPlan plan) {
        return plan.audit().flatMap(title -> audit(book, plan, title));
    }

    private static Optional<Failure> audit(Workbook book, MigrationPlan plan, String title) {
        Refusals refusals = Refusals.of(plan.tab(), book.id());
        Optional<Workbook.Tab> audit = book.tab(title);
        if (audit.isEmpty()) {
            return Optional.of(refusals.unknownAuditTab(title, book.tabs()));
        }
        if (title.equalsIgnoreCase(plan.tab())) {
            return Optional.of(refusals.auditTabIsTheTable());
        }
        return audit.get().columnCount() < AuditTab.COLUMNS
                ? Optional.of(refusals.auditTabTooNarrow(title, audit.get().columnCount()))
                : Optional.empty();
    }
}
