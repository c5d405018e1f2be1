package dev.sheetway.schema.executor;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.schema.planner.Task;
import dev.sheetway.schema.planner.WrittenCells;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads again what a batch wrote over. Between our read and the batch somebody may have typed into a cell, and the batch
 * overwrote it; but the same batch kept the cell as it was in that instant, so it is seen here, and the rollback that
 * follows brings it back.
 */
final class WrittenCheck {
    private static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    private final SheetReader reader;

    WrittenCheck(SheetReader reader) {
        this.reader = reader;
    }

    /**
     * One call; none for a batch that wrote into new cells alone.
     *
     * @throws StepFailedException when a cell was overwritten that the plan did not mean
     */
    void check(Task task, Expanded expanded) {
        List<Changed> written =
                expanded.changed().stream().filter(WrittenCells::overwrites).toList();
        if (written.isEmpty() || expanded.archive().isEmpty()) {
            return;
        }
        ArchiveTab tab = expanded.archive().get();
        WrittenCells cells = new WrittenCells(task.plan(), written);
        List<GridArea> areas = written.stream()
                .map(changed -> GridArea.columns(
                        tab.sheetId(), tab.rows(), changed.archiveColumn(), changed.archiveColumn() + 2))
                .toList();
        reader.tabSeen(task.header().spreadsheetId(), tab.sheetId(), tab.title());
        reader.scanAll(
                task.header().spreadsheetId(),
                areas,
                (area, row, read) -> cells.row(
                        area.startColumn(),
                        row,
                        read.isEmpty() ? BLANK : read.getFirst(),
                        read.size() > 1 ? read.get(1) : BLANK));
        if (!cells.problems().isEmpty()) {
            throw new StepFailedException(
                    Failure.of(
                            FailureClass.FAILED,
                            "typed-over",
                            "somebody typed into cells of tab \"" + task.plan().tab() + "\" of spreadsheet \""
                                    + task.header().spreadsheetId() + "\" in the instant in which they were written: "
                                    + String.join(", ", cells.problems())
                                    + "; their entries stand in hidden tab \"" + tab.title()
                                    + "\"; the rollback brings them back, then start again"),
                    expanded);
        }
    }
}
