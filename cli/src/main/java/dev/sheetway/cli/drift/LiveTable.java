package dev.sheetway.cli.drift;

import dev.sheetway.workspace.ColumnKind;
import java.util.List;

/**
 * A tab as it is now.
 *
 * @param headers by 0-based column index, blanks as empty text
 * @param kinds of the columns below the header, by the same index
 */
public record LiveTable(String title, List<String> headers, List<ColumnKind> kinds, List<LiveAnchor> anchors) {
    public LiveTable {
        headers = List.copyOf(headers);
        kinds = List.copyOf(kinds);
        anchors = List.copyOf(anchors);
    }

    /** An entry of developer metadata on a column; it moves with the column and dies with it. */
    public record LiveAnchor(int id, int columnIndex) {}

    String header(int column) {
        return column < headers.size() ? headers.get(column) : "";
    }

    ColumnKind kind(int column) {
        return column < kinds.size() ? kinds.get(column) : ColumnKind.BLANK;
    }
}
