package dev.sheetway.backup;

import dev.sheetway.backup.planner.CellImage;
import dev.sheetway.backup.planner.TabDigests;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.SheetReader.Rows;
import dev.sheetway.workspace.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads whole spreadsheets: one call for the structure, one for the cells (more when they are very many). */
final class SnapshotReader {
    private final SheetReader sheets;

    SnapshotReader(SheetReader sheets) {
        this.sheets = sheets;
    }

    /** Two calls. */
    Snapshot original(Order order) {
        Workbook workbook = sheets.open(order.spreadsheetId());
        return scan(
                order.spreadsheetId(),
                workbook,
                order,
                "reading the original",
                Rows.WITH_CONTENT,
                (area, row, cells) -> {});
    }

    /** Cells alone, each row shown to {@code also} as well. One call. */
    Snapshot originalAgain(Order order, Workbook workbook, RowVisitor also) {
        return scan(order.spreadsheetId(), workbook, order, "archiving the original", Rows.WITH_EVERYTHING, also);
    }

    /**
     * One call: a Drive copy has the tabs of its original, with their ids and sizes. When they were changed between the
     * reading of the structure and the copying, the gateway says so ({@code outside-grid}, {@code unknown-tab}).
     */
    Snapshot copy(SpreadsheetId copy, Workbook original, Order order) {
        original.tabs().forEach(tab -> sheets.tabSeen(copy, tab.sheetId(), tab.title()));
        return scan(copy, original, order, "reading the copy", Rows.WITH_CONTENT, (area, row, cells) -> {});
    }

    private Snapshot scan(
            SpreadsheetId id, Workbook workbook, Order order, String activity, Rows rows, RowVisitor also) {
        CellImage image = new CellImage();
        Workbook.Tab planTab = planTab(workbook, order);
        TabDigests digests = new TabDigests(planTab, order.plan().headerRow() - 1);
        RowProgress progress = new RowProgress(order.progress(), activity, workbook);
        sheets.scanAll(id, areas(workbook), order.rows(rows), (area, row, cells) -> {
            image.row(area, row, cells);
            digests.row(area, row, cells);
            also.row(area, row, cells);
            progress.row(area, row, cells);
        });
        return new Snapshot(workbook, planTab, image, digests.finish());
    }

    /** Every grid as a whole; a tab that shows a chart or a data source has none. */
    private static List<GridArea> areas(Workbook workbook) {
        return workbook.tabs().stream()
                .filter(tab -> tab.rowCount() > 0 && tab.columnCount() > 0)
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
    }

    private static Workbook.Tab planTab(Workbook workbook, Order order) {
        return order.planTab(workbook)
                .orElseThrow(() -> new StepFailedException(Failure.of(
                        FailureClass.FAILED,
                        "unknown-tab",
                        "spreadsheet \"" + workbook.id() + "\" has no tab \""
                                + order.plan().tab() + "\"; found "
                                + workbook.tabs().stream()
                                        .map(tab -> "\"" + tab.title() + "\"")
                                        .toList()
                                + "; nothing written; name the tab as it is in spec.tab")));
    }

    /** Tells how far a reading is, in rows of the grids. */
    private static final class RowProgress implements RowVisitor {
        private static final int ROWS_PER_REPORT = 200;

        private final Progress progress;
        private final String activity;
        private final long total;
        private final Map<Integer, Long> rowsBefore = new HashMap<>();
        private long visited;

        RowProgress(Progress progress, String activity, Workbook workbook) {
            this.progress = progress;
            this.activity = activity;
            long rows = 0;
            for (Workbook.Tab tab : workbook.tabs()) {
                rowsBefore.put(tab.sheetId(), rows);
                rows += tab.rowCount();
            }
            this.total = rows;
            progress.report(activity, 0, total, "rows");
        }

        @Override
        public void row(GridArea area, int row, List<Cell> cells) {
            if (visited++ % ROWS_PER_REPORT == 0) {
                progress.report(activity, rowsBefore.getOrDefault(area.sheetId(), 0L) + row + 1, total, "rows");
            }
        }
    }
}
