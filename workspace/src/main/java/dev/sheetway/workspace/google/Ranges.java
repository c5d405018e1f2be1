package dev.sheetway.workspace.google;

import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.GridRange;
import dev.sheetway.workspace.GridArea;

/** Ranges by sheet id, which survive renaming and never name a column by letter. */
final class Ranges {
    private Ranges() {}

    static GridRange grid(GridArea area) {
        GridRange range = new GridRange()
                .setSheetId(area.sheetId())
                .setStartRowIndex(area.startRow())
                .setStartColumnIndex(area.startColumn());
        // without a bound it reaches to the end
        if (area.endRow() != GridArea.END) {
            range.setEndRowIndex(area.endRow());
        }
        if (area.endColumn() != GridArea.END) {
            range.setEndColumnIndex(area.endColumn());
        }
        return range;
    }

    static DimensionRange columns(int sheetId, int start, int end) {
        return dimension(sheetId, "COLUMNS", start, end);
    }

    static DimensionRange rows(int sheetId, int start, int end) {
        return dimension(sheetId, "ROWS", start, end);
    }

    private static DimensionRange dimension(int sheetId, String dimension, int start, int end) {
        return new DimensionRange()
                .setSheetId(sheetId)
                .setDimension(dimension)
                .setStartIndex(start)
                .setEndIndex(end);
    }
}
