package dev.sheetway.workspace;

import dev.sheetway.contracts.SpreadsheetId;

/**
 * Reads a spreadsheet; the read-only flavour of the port has these methods alone.
 *
 * <p>Every method may block for as long as Google takes (180 s and more) plus the wait for quota, and throws {@link
 * GatewayException} when a call fails.
 */
public interface SheetReader {

    /** Structure without cells: properties, tabs, named ranges, protected ranges, developer metadata. One call. */
    Workbook open(SpreadsheetId id);

    /**
     * Cells as entered, streamed row by row in ascending order; rows without any content are not visited. Reads in
     * chunks of bounded size (one call each; a table of 200,000 cells is one call), so memory does not grow with the
     * table.
     *
     * @param area 0-based, half-open; must lie inside the grid
     */
    void scan(SpreadsheetId id, GridArea area, RowVisitor visitor);

    /** Like {@link #scan}, for several areas of one spreadsheet in one call; for small areas such as a header row. */
    void scanAll(SpreadsheetId id, java.util.List<GridArea> areas, RowVisitor visitor);
}
