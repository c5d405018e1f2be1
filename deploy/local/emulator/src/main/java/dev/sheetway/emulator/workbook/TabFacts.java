package dev.sheetway.emulator.workbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** What POI says of one tab, cell by cell, as texts that can be compared. Shares nothing with the reader, on purpose. */
final class TabFacts {
    private static final int DAYS_FROM_1900_TO_1904 = 1_462;

    private final XSSFSheet sheet;
    private final Map<CellAddress, String> notes = new HashMap<>();
    private final Map<CellAddress, String> validations = new HashMap<>();
    private int rows;
    private int columns;

    TabFacts(XSSFSheet sheet) {
        this.sheet = sheet;
        rows = sheet.getLastRowNum() + 1;
        for (Row row : sheet) {
            columns = Math.max(columns, row.getLastCellNum());
        }
        sheet.getCellComments().forEach((address, comment) -> {
            notes.put(address, comment.getString().getString());
            rows = Math.max(rows, address.getRow() + 1);
            columns = Math.max(columns, address.getColumn() + 1);
        });
        for (XSSFDataValidation validation : sheet.getDataValidations()) {
            for (CellRangeAddress range : validation.getRegions().getCellRangeAddresses()) {
                spread(range, rule(validation));
            }
        }
    }

    private void spread(CellRangeAddress range, String rule) {
        for (int r = range.getFirstRow(); r <= Math.min(range.getLastRow(), rows - 1); r++) {
            for (int c = range.getFirstColumn(); c <= Math.min(range.getLastColumn(), columns - 1); c++) {
                validations.put(new CellAddress(r, c), rule);
            }
        }
    }

    private static String rule(XSSFDataValidation validation) {
        DataValidationConstraint constraint = validation.getValidationConstraint();
        String[] options = constraint.getExplicitListValues();
        return "type " + constraint.getValidationType() + " operator " + constraint.getOperator() + " "
                + (options == null ? constraint.getFormula1() : Arrays.toString(options)) + " "
                + Objects.toString(constraint.getFormula2(), "") + " stops "
                + (validation.getShowErrorBox() && validation.getErrorStyle() == 0) + " prompt "
                + Objects.toString(validation.getPromptBoxText(), "");
    }

    XSSFSheet sheet() {
        return sheet;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    String note(int row, int column) {
        return notes.getOrDefault(new CellAddress(row, column), "");
    }

    String validation(int row, int column) {
        return validations.getOrDefault(new CellAddress(row, column), "");
    }

    @Nullable
    XSSFCell cell(int row, int column) {
        XSSFRow found = sheet.getRow(row);
        return found == null || column < 0 ? null : found.getCell(column);
    }

    static String numberFormat(@Nullable XSSFCell cell) {
        String pattern = cell == null ? null : cell.getCellStyle().getDataFormatString();
        return pattern == null || pattern.isEmpty() ? "General" : pattern;
    }

    static String formula(@Nullable XSSFCell cell) {
        return cell == null || cell.getCellType() != CellType.FORMULA ? "" : cell.getCellFormula();
    }

    /** The value with its type, or a formula's cached result; empty for a blank cell as for a missing one. */
    static String value(@Nullable XSSFCell cell) {
        if (cell == null) {
            return "";
        }
        boolean formula = cell.getCellType() == CellType.FORMULA;
        return switch (formula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
            case NUMERIC -> formula && cell.getRawValue() == null ? "" : "number " + number(cell);
            case STRING -> "text " + (formula ? cell.getStringCellValue() : text(cell.getRichStringCellValue()));
            case BOOLEAN -> "boolean " + cell.getBooleanCellValue();
            case ERROR -> "error " + cell.getErrorCellString();
            case BLANK, FORMULA, _NONE -> "";
        };
    }

    private static double number(XSSFCell cell) {
        boolean moved = cell.getSheet().getWorkbook().isDate1904() && DateUtil.isCellDateFormatted(cell);
        return cell.getNumericCellValue() + (moved ? DAYS_FROM_1900_TO_1904 : 0);
    }

    /** POI leaves out the plain text that stands before formatted parts. */
    private static String text(XSSFRichTextString text) {
        var source = text.getCTRst();
        return source != null && source.isSetT() && source.sizeOfRArray() > 0
                ? source.getT() + text.getString()
                : text.getString();
    }
}
