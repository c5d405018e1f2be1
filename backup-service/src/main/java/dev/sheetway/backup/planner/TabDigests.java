package dev.sheetway.backup.planner;

import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.RowVisitor;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.fingerprint.ColumnFingerprints;
import java.util.List;

/**
 * Fingerprints of every column of one tab over its whole height, with the texts of its header row. Rows of other tabs are
 * ignored.
 */
public final class TabDigests implements RowVisitor {
    private final GridArea tab;
    private final int headerRow;
    private final ColumnFingerprints fingerprints;
    private List<String> headers = List.of();

    /** @param headerRow 0-based */
    public TabDigests(Workbook.Tab tab, int headerRow) {
        this.tab = GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount());
        this.headerRow = headerRow;
        this.fingerprints = new ColumnFingerprints(this.tab);
    }

    @Override
    public void row(GridArea area, int row, List<Cell> cells) {
        if (area.sheetId() != tab.sheetId()) {
            return;
        }
        fingerprints.row(area, row, cells);
        if (row == headerRow) {
            headers = cells.stream().map(cell -> cell.content().asText()).toList();
        }
    }

    /** One for each column of the grid, blank ones too. */
    public List<ColumnDigest> finish() {
        return fingerprints.columns().stream()
                .map(column ->
                        new ColumnDigest(column.column(), header(column.column()), column.cells(), column.digest()))
                .toList();
    }

    private String header(int column) {
        return column < headers.size() ? headers.get(column) : "";
    }
}
