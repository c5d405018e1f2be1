package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;

/** Maps ranges of a file to {@code GridRange}: zero-based, end exclusive, a missing index meaning unbounded. */
final class GridRanges {
    private static final SpreadsheetVersion XLSX = SpreadsheetVersion.EXCEL2007;

    private GridRanges() {}

    static ObjectNode of(int sheetId, CellRangeAddress range) {
        ObjectNode node = Json.object().put("sheetId", sheetId);
        boolean wholeColumns = range.getFirstRow() <= 0 && range.getLastRow() >= XLSX.getLastRowIndex();
        boolean wholeRows = range.getFirstColumn() <= 0 && range.getLastColumn() >= XLSX.getLastColumnIndex();
        if (!wholeColumns) {
            node.put("startRowIndex", range.getFirstRow()).put("endRowIndex", range.getLastRow() + 1);
        }
        if (!wholeRows) {
            node.put("startColumnIndex", range.getFirstColumn()).put("endColumnIndex", range.getLastColumn() + 1);
        }
        return node;
    }

    static CellRangeAddress of(AreaReference area) {
        return new CellRangeAddress(
                Math.max(0, area.getFirstCell().getRow()),
                area.getLastCell().getRow() < 0
                        ? XLSX.getLastRowIndex()
                        : area.getLastCell().getRow(),
                Math.max(0, area.getFirstCell().getCol()),
                area.getLastCell().getCol() < 0
                        ? XLSX.getLastColumnIndex()
                        : area.getLastCell().getCol());
    }

    static CellRangeAddress toAddress(JsonNode gridRange) {
        return new CellRangeAddress(
                gridRange.path("startRowIndex").asInt(0),
                gridRange.path("endRowIndex").asInt(XLSX.getMaxRows()) - 1,
                gridRange.path("startColumnIndex").asInt(0),
                gridRange.path("endColumnIndex").asInt(XLSX.getMaxColumns()) - 1);
    }
}
