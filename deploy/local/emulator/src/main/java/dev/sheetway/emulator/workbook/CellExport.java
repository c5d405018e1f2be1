package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes one cell's value: as entered, and for a formula its last known result. */
final class CellExport {
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final XSSFSheet frame;
    private final StyleExport styles;

    CellExport(XSSFSheet frame, StyleExport styles) {
        this.frame = frame;
        this.styles = styles;
    }

    void put(SXSSFCell cell, JsonNode data) {
        JsonNode entered = data.path("userEnteredValue");
        String formula = entered.path("formulaValue").asText();
        if (!formula.isEmpty()) {
            cell.setCellFormula(formula.startsWith("=") ? formula.substring(1) : formula);
            if (data.path("effectiveValue").isEmpty()) {
                cell.setCellValue("");
                frame.getWorkbook().setForceFormulaRecalculation(true);
            } else {
                value(cell, data.path("effectiveValue"));
            }
        } else if (entered.has("stringValue") && data.has("textFormatRuns")) {
            cell.setCellValue(rich(checked(cell, entered.get("stringValue").asText()), data.path("textFormatRuns")));
        } else {
            value(cell, entered.isEmpty() ? data.path("effectiveValue") : entered);
        }
    }

    private void value(SXSSFCell cell, JsonNode value) {
        if (value.has("numberValue")) {
            cell.setCellValue(value.get("numberValue").asDouble());
        } else if (value.has("stringValue")) {
            cell.setCellValue(checked(cell, value.get("stringValue").asText()));
        } else if (value.has("boolValue")) {
            cell.setCellValue(value.get("boolValue").asBoolean());
        } else if (value.has("errorValue")) {
            cell.setCellErrorValue(
                    Errors.code(value.path("errorValue").path("type").asText()).getCode());
        }
    }

    private String checked(SXSSFCell cell, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("cell " + cell.getAddress() + " of tab \"" + frame.getSheetName()
                    + "\" holds " + text.length() + " characters: expected at most " + LONGEST_TEXT
                    + ", the limit of .xlsx; nothing written");
        }
        return text;
    }

    private XSSFRichTextString rich(String text, JsonNode runs) {
        XSSFRichTextString rich = new XSSFRichTextString(text);
        for (int i = 0; i < runs.size(); i++) {
            int start = runs.get(i).path("startIndex").asInt();
            int end = i + 1 < runs.size() ? runs.get(i + 1).path("startIndex").asInt() : text.length();
            if (start < end) {
                rich.applyFont(start, end, styles.font(runs.get(i).path("format")));
            }
        }
        return rich;
    }
}
