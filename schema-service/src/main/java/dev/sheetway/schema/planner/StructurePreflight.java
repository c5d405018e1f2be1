package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.Workbook;
import java.util.Optional;

/** What the structure of a spreadsheet alone tells: whether there is anything to read. */
public final class StructurePreflight {
    private StructurePreflight() {}

    /**
     * The first reason why {@code plan} cannot be read against {@code book}; empty: none.
     *
     * @param book with all its tabs
     */
    public static Optional<Failure> check(Workbook book, MigrationPlan plan) {
        Refusals refusals = Refusals.of(plan.tab(), book.id());
        Optional<Workbook.Tab> tab = book.tab(plan.tab());
        if (tab.isEmpty()) {
            return Optional.of(refusals.unknownTab(book.tabs()));
        }
        if (plan.headerRow() > tab.get().rowCount()) {
            return Optional.of(
                    refusals.headerRowOutside(plan.headerRow(), tab.get().rowCount()));
        }
        return plan.audit().flatMap(audit -> audit(book, audit, tab.get(), refusals));
    }

    private static Optional<Failure> audit(Workbook book, String title, Workbook.Tab table, Refusals refusals) {
        Optional<Workbook.Tab> audit = book.tab(title);
        if (audit.isEmpty()) {
            return Optional.of(refusals.unknownAuditTab(title, book.tabs()));
        }
        if (audit.get().sheetId() == table.sheetId()) {
            return Optional.of(refusals.auditTabIsTheTable());
        }
        return audit.get().columnCount() < AuditTab.COLUMNS
                ? Optional.of(refusals.auditTabTooNarrow(title, audit.get().columnCount()))
                : Optional.empty();
    }
}
