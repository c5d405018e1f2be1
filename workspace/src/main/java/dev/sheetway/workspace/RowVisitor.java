package dev.sheetway.workspace;

import java.util.List;

/** Takes one row of cells at a time. */
@FunctionalInterface
public interface RowVisitor {

    /**
     * @param area that was asked for
     * @param row 0-based index in the tab
     * @param cells from the area's first column on; trailing cells without content, format and validation are cut off
     */
    void row(GridArea area, int row, List<Cell> cells);
}
