package dev.sheetway.backup;

import dev.sheetway.backup.planner.CellImage;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.workspace.Workbook;
import java.util.List;

/**
 * One reading of a spreadsheet.
 *
 * @param workbook its structure; of a copy: that of the original, whose tabs and ids a copy keeps
 * @param planTab the plan's tab in it
 * @param image every cell of every tab
 * @param tabDigests of every column of the plan's tab
 */
record Snapshot(Workbook workbook, Workbook.Tab planTab, CellImage image, List<ColumnDigest> tabDigests) {
    Snapshot {
        tabDigests = List.copyOf(tabDigests);
    }
}
