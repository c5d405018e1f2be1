package dev.sheetway.schema.planner;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.workspace.ColumnKind;
import dev.sheetway.workspace.Workbook;
import java.util.List;

/**
 * A sheet that is to be adopted.
 *
 * @param source {@code google} or {@code emulator}
 * @param kinds of the columns, by 0-based column index; a column without a cell may be missing at the end
 * @param markCharacters that developer metadata takes on the tab already, keys and values
 */
public record BaselineScene(
        SpreadsheetId spreadsheetId,
        String source,
        Workbook.Tab tab,
        Marks marks,
        HeaderRow header,
        List<ColumnKind> kinds,
        int markCharacters) {
    public BaselineScene {
        kinds = List.copyOf(kinds);
    }

    /** With what the columns' cells are. */
    public BaselineScene with(List<ColumnKind> found) {
        return new BaselineScene(spreadsheetId, source, tab, marks, header, found, markCharacters);
    }

    ColumnKind kind(int column) {
        return column < kinds.size() ? kinds.get(column) : ColumnKind.BLANK;
    }
}
