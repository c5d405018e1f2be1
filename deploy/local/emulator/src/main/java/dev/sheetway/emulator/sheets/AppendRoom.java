package dev.sheetway.emulator.sheets;

import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.formula.AxisChange;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.Structure;
import dev.sheetway.emulator.http.ApiException;

/** Makes room for appended values: inserts rows when asked to, and grows the grid where they would not fit. */
final class AppendRoom {

    private AppendRoom() {}

    static void make(SheetsCore.Session session, SheetModel sheet, Area area, boolean insertRows) {
        if (insertRows && area.startRow() < sheet.rows().size() && area.rows() > 0) {
            new Structure(session.model(), session.tx())
                    .change(sheet, new AxisChange.Inserted(true, area.startRow(), area.rows()));
        }
        int rows = area.endRow() - sheet.rows().size();
        if (rows > 0) {
            sheet.rows(sheet.rows().insert(sheet.rows().size(), rows));
        }
        int columns = area.endColumn() - sheet.columns().size();
        if (columns > 0) {
            sheet.columns(sheet.columns().insert(sheet.columns().size(), columns));
        }
        if (session.model().cellCount() > session.settings().cellLimit()) {
            throw ApiException.invalid(
                    "This action would increase the number of cells in the workbook above the limit of "
                            + session.settings().cellLimit() + " cells.");
        }
    }
}
