package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Grows {@code rowData} cell by cell, padding with empty rows and cells, and remembers how far the tab was used. */
final class Grid {
    private final ArrayNode rowData = Json.array();
    private int rowCount = 1;
    private int columnCount = 1;

    /** Says that the tab is used up to here, 0-based, even where there is nothing to keep. */
    void reach(int row, int column) {
        rowCount = Math.max(rowCount, row + 1);
        columnCount = Math.max(columnCount, column + 1);
    }

    ObjectNode cell(int row, int column) {
        reach(row, column);
        while (rowData.size() <= row) {
            rowData.addObject();
        }
        ArrayNode values = Json.arrayAt((ObjectNode) rowData.get(row), "values");
        while (values.size() <= column) {
            values.addObject();
        }
        return (ObjectNode) values.get(column);
    }

    ArrayNode rowData() {
        return rowData;
    }

    int rowCount() {
        return rowCount;
    }

    int columnCount() {
        return columnCount;
    }
}
