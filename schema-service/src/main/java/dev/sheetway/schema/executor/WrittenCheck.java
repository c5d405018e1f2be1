package dev.sheetway.schema.executor;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.schema.planner.WrittenCells;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;

/**
 * Reads what a batch kept of the table in its own instant. Between our read and the batch somebody may have typed, moved
 * columns or sorted rows, and the batch went by place; but it kept what stood there, so it is seen here, and the rollback
 * that follows puts it back where it was.
 */
final class WrittenCheck {
    private final SheetReader reader;

    WrittenCheck(SheetReader reader) {
        this.reader = reader;
    }

    /**
     * Two calls; none for a batch that wrote into new cells alone.
     *
     * @throws StepFailedException when the batch met something that the plan did not mean
     */
    void check(Task task, Expanded expanded) {
        if (expanded.archive().isEmpty()) {
            return;
        }
        ArchiveTab archive = expanded.archive().get();
        Workbook.Tab tab = ArchiveTabs.find(reader.open(task.header().spreadsheetId()), archive);
        WrittenCells cells = new WrittenCells(task.plan(), expanded, Expressions::compile);
        reader.scan(
                task.header().spreadsheetId(),
                GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()),
                (area, row, read) -> cells.row(row, read));
        if (!cells.strangers().isEmpty()) {
            throw failed(
                    expanded,
                    "moved-meanwhile",
                    "columns of " + where(task)
                            + " were moved or renamed in the instant in which the batch was written:"
                            + " expected " + String.join(", ", cells.strangers())
                            + " where the batch went, found other headers");
        }
        if (!cells.problems().isEmpty()) {
            throw failed(
                    expanded,
                    "typed-over",
                    "cells of " + where(task) + " were typed into, moved or sorted in the instant in which they were"
                            + " written: " + String.join(", ", cells.problems()));
        }
    }

    private static String where(Task task) {
        return "tab \"" + task.plan().tab() + "\" of spreadsheet \""
                + task.header().spreadsheetId() + "\"";
    }

    private static StepFailedException failed(Expanded expanded, String code, String what) {
        String title = expanded.archive().map(ArchiveTab::title).orElse("");
        return new StepFailedException(
                Failure.of(
                        FailureClass.FAILED,
                        code,
                        what + "; what stood there is kept in hidden tab \"" + title
                                + "\"; the rollback puts it back, then start again"),
                expanded);
    }
}
