package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Reads the formats of parts of a text; neighbours that look alike become one run. */
final class TextRuns {
    private TextRuns() {}

    static void put(XSSFCell cell, ObjectNode data, CellFormats formats) {
        if (cell.getCellType() != CellType.STRING) {
            return;
        }
        XSSFRichTextString text = cell.getRichStringCellValue();
        ArrayNode runs = Json.array();
        boolean formatted = false;
        ObjectNode previous = null;
        for (int i = 0; i < text.numFormattingRuns(); i++) {
            ObjectNode format = formats.textFormat(text.getFontOfFormattingRun(i));
            formatted |= !format.isEmpty();
            if (format.equals(previous)) {
                continue;
            }
            ObjectNode run = runs.addObject();
            if (text.getIndexOfFormattingRun(i) > 0) {
                run.put("startIndex", text.getIndexOfFormattingRun(i));
            }
            run.set("format", format);
            previous = format;
        }
        if (formatted) {
            data.set("textFormatRuns", runs);
        }
    }
}
