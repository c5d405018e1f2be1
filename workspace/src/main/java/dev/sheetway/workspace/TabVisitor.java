package dev.sheetway.workspace;

import java.util.List;

/** Takes one row of cells at a time; see {@link SheetReader#openWith}. */
@FunctionalInterface
public interface TabVisitor {
    /**
     * @param area that was asked for
     * @param row 0-based index in the tab
     * @param cells from the area's first column on; trailing blank cells are cut off
     */
    void row(TabArea area, int row, List<Cell> cells);
}
