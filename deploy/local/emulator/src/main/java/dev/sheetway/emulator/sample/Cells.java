package dev.sheetway.emulator.sample;

import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** Writes the cells of one row of {@code Operaciones} by header. */
record Cells(SXSSFRow row, SampleStyles styles) {
    void text(String header, String value) {
        cell(header, styles.text).setCellValue(value);
    }

    void number(String header, double value, XSSFCellStyle style) {
        cell(header, style).setCellValue(value);
    }

    void formula(String header, String formula, double cached) {
        SXSSFCell cell = cell(header, styles.money);
        cell.setCellFormula(formula);
        cell.setCellValue(cached);
    }

    SXSSFCell cell(String header, XSSFCellStyle style) {
        int column = SpoolColumns.at(header);
        SXSSFCell there = row.getCell(column);
        SXSSFCell cell = there == null ? row.createCell(column) : there;
        cell.setCellStyle(style);
        return cell;
    }
}
