package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;

/** Reads text cells: the whole text, and the formats of its parts; neighbours that look alike become one run. */
final class TextRuns {
    private TextRuns() {}

    /** POI answers only the formatted parts when a cell has plain text before them; this answers all of it. */
    static String text(XSSFCell cell) {
        XSSFRichTextString text = cell.getRichStringCellValue();
        return plainStart(text) + text.getString();
    }

    private static String plainStart(XSSFRichTextString text) {
        CTRst source = text.getCTRst();
        return source != null && source.isSetT() && source.sizeOfRArray() > 0 ? source.getT() : "";
    }

    static void put(XSSFCell cell, ObjectNode data, CellFormats formats) {
        if (cell.getCellType() != CellType.STRING) {
            return;
        }
        XSSFRichTextString text = cell.getRichStringCellValue();
        int shift = plainStart(text).length();
        ArrayNode runs = Json.array();
        if (shift > 0) {
            runs.addObject().set("format", Json.object());
        }
        ObjectNode previous = shift > 0 ? Json.object() : null;
        boolean formatted = false;
        for (int i = 0; i < text.numFormattingRuns(); i++) {
            ObjectNode format = formats.textFormat(text.getFontOfFormattingRun(i));
            formatted |= !format.isEmpty();
            if (format.equals(previous)) {
                continue;
            }
            int start = shift + text.getIndexOfFormattingRun(i);
            ObjectNode run = runs.addObject();
            if (start > 0) {
                run.put("startIndex", start);
            }
            run.set("format", format);
            previous = format;
        }
        if (formatted) {
            data.set("textFormatRuns", runs);
        }
    }
}
