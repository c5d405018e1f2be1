package dev.sheetway.workspace;

import java.util.List;

/** Takes one row of cells as people see them. */
@FunctionalInterface
public interface ShownVisitor {

    /**
     * @param row 0-based index in the tab
     * @param cells from the area's first column on; trailing cells without content may be cut off
     */
    void row(int row, List<ShownCell> cells);
}
