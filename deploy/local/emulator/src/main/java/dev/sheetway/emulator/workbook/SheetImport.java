package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Reads one tab into a {@code Sheet} whose grid is the tab's used range. */
final class SheetImport {
    /** 15 pt in twips: what a file means that names no height. */
    private static final short USUAL_HEIGHT = 300;

    private final XSSFSheet sheet;
    private final int sheetId;
    private final CellFormats formats;
    private final CellValues values;
    private final Losses losses;
    private final Grid grid = new Grid();

    SheetImport(XSSFSheet sheet, int sheetId, CellFormats formats, CellValues values, Losses losses) {
        this.sheet = sheet;
        this.sheetId = sheetId;
        this.formats = formats;
        this.values = values;
        this.losses = losses;
    }

    ObjectNode read(int index) {
        for (Row row : sheet) {
            readRow((XSSFRow) row);
        }
        ObjectNode result = Json.object();
        ArrayNode merges = merges();
        CellExtras.put(sheet, grid, losses);
        new ValidationImport(sheet, losses).put(grid);
        result.set("properties", SheetProperties.of(sheet, sheetId, index, grid));
        ObjectNode data = result.putArray("data").addObject();
        data.set("rowData", grid.rowData());
        data.set("rowMetadata", rowMetadata());
        data.set("columnMetadata", columnMetadata());
        if (!merges.isEmpty()) {
            result.set("merges", merges);
        }
        if (sheet.getProtect()) {
            ObjectNode protection = result.putArray("protectedRanges").addObject();
            protection.put("protectedRangeId", new Identifiers().next(sheet.getSheetName()));
            protection.putObject("range").put("sheetId", sheetId);
        }
        return result;
    }

    private void readRow(XSSFRow row) {
        grid.reach(row.getRowNum(), 0);
        for (Cell cell : row) {
            grid.reach(row.getRowNum(), cell.getColumnIndex());
            ObjectNode format = formats.of(((XSSFCell) cell).getCellStyle());
            if (format == null && cell.getCellType() == CellType.BLANK) {
                continue;
            }
            ObjectNode data = grid.cell(row.getRowNum(), cell.getColumnIndex());
            values.put((XSSFCell) cell, data);
            TextRuns.put((XSSFCell) cell, data, formats);
            if (format != null) {
                data.set("userEnteredFormat", format);
            }
        }
    }

    private ArrayNode merges() {
        ArrayNode merges = Json.array();
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
            grid.reach(merge.getLastRow(), merge.getLastColumn());
            merges.add(GridRanges.of(sheetId, merge));
        }
        return merges;
    }

    private ArrayNode rowMetadata() {
        ArrayNode metadata = Json.array();
        short usual = sheet.getDefaultRowHeight() > 0 ? sheet.getDefaultRowHeight() : USUAL_HEIGHT;
        for (int r = 0; r < grid.rowCount(); r++) {
            XSSFRow row = sheet.getRow(r);
            short height = row != null && row.getCTRow().isSetHt() ? row.getHeight() : usual;
            ObjectNode properties = metadata.addObject().put("pixelSize", Pixels.ofHeight(height));
            if (row != null && row.getZeroHeight()) {
                properties.put("hiddenByUser", true);
            }
        }
        return metadata;
    }

    private ArrayNode columnMetadata() {
        ArrayNode metadata = Json.array();
        for (int c = 0; c < grid.columnCount(); c++) {
            ObjectNode properties = metadata.addObject().put("pixelSize", Pixels.ofWidth(sheet.getColumnWidth(c)));
            if (sheet.isColumnHidden(c)) {
                properties.put("hiddenByUser", true);
            }
        }
        return metadata;
    }
}
