package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Puts a file's cell value into a {@code CellData}: as entered, as it takes effect, and as it reads. Dates stay serial
 * numbers; those of a workbook that counts from 1904 are moved by 1,462 days, as any import must.
 */
final class CellValues {
    private static final int DAYS_FROM_1900_TO_1904 = 1_462;
    /** Up to here the serials of .xlsx, which believes in 1900-02-29, show one day later than those of Sheets. */
    private static final int LEAP_YEAR_BUG = 61;

    private final DataFormatter formatter = new DataFormatter(Locale.US);
    private final boolean from1904;

    CellValues(XSSFWorkbook workbook) {
        this.from1904 = workbook.isDate1904();
    }

    void put(XSSFCell cell, ObjectNode data) {
        if (cell.getCellType() == CellType.FORMULA) {
            formula(cell, data);
        } else if (cell.getCellType() != CellType.BLANK) {
            ObjectNode value = value(cell, cell.getCellType());
            data.set("userEnteredValue", value);
            data.set("effectiveValue", value.deepCopy());
            data.put("formattedValue", formatted(cell, value));
        }
    }

    private void formula(XSSFCell cell, ObjectNode data) {
        String text = cell.getCellFormula();
        if (text == null || text.isEmpty()) {
            return;
        }
        if (!cell.isPartOfArrayFormulaGroup()) {
            data.putObject("userEnteredValue").put("formulaValue", "=" + text);
        } else if (cell.getArrayFormulaRange().getFirstRow() == cell.getRowIndex()
                && cell.getArrayFormulaRange().getFirstColumn() == cell.getColumnIndex()) {
            data.putObject("userEnteredValue").put("formulaValue", "=ARRAYFORMULA(" + text + ")");
        }
        String cached = cell.getRawValue();
        if (cached == null || (cached.isEmpty() && cell.getCachedFormulaResultType() == CellType.NUMERIC)) {
            return;
        }
        ObjectNode value = value(cell, cell.getCachedFormulaResultType());
        data.set("effectiveValue", value);
        data.put("formattedValue", formatted(cell, value));
    }

    private ObjectNode value(XSSFCell cell, CellType type) {
        ObjectNode value = Json.object();
        switch (type) {
            case NUMERIC -> value.set("numberValue", Json.number(number(cell)));
            case STRING ->
                value.put(
                        "stringValue",
                        cell.getCellType() == CellType.STRING ? TextRuns.text(cell) : cell.getStringCellValue());
            case BOOLEAN -> value.put("boolValue", cell.getBooleanCellValue());
            case ERROR -> value.set("errorValue", Errors.node(cell.getErrorCellString()));
            case BLANK, FORMULA, _NONE -> {}
        }
        return value;
    }

    private double number(XSSFCell cell) {
        double number = cell.getNumericCellValue();
        return from1904 && isDate(cell) ? number + DAYS_FROM_1900_TO_1904 : number;
    }

    private static boolean isDate(XSSFCell cell) {
        var style = cell.getCellStyle();
        return DateUtil.isADateFormat(style.getDataFormat(), style.getDataFormatString());
    }

    private String formatted(XSSFCell cell, ObjectNode value) {
        if (value.has("numberValue")) {
            double number = value.get("numberValue").doubleValue();
            var style = cell.getCellStyle();
            boolean early = number >= 1 && number < LEAP_YEAR_BUG && isDate(cell);
            return formatter.formatRawCellContents(
                    early ? number - 1 : number, style.getDataFormat(), style.getDataFormatString(), false);
        }
        if (value.has("boolValue")) {
            return value.get("boolValue").asBoolean() ? "TRUE" : "FALSE";
        }
        return value.has("stringValue")
                ? value.get("stringValue").asText()
                : value.path("errorValue").path("message").asText();
    }
}
