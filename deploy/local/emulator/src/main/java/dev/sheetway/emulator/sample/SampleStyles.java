package dev.sheetway.emulator.sample;

import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of the sample, each made once. */
final class SampleStyles {
    final XSSFCellStyle header;
    final XSSFCellStyle text;
    final XSSFCellStyle general;
    final XSSFCellStyle date;
    final XSSFCellStyle decimal;
    final XSSFCellStyle money;

    SampleStyles(XSSFWorkbook workbook) {
        XSSFFont base = workbook.getFontAt(0);
        base.setFontName("Arial");
        base.setFontHeightInPoints((short) 10);
        XSSFFont bold = workbook.createFont();
        bold.setFontName("Arial");
        bold.setFontHeightInPoints((short) 10);
        bold.setBold(true);
        bold.setColor(colour(0xff, 0xff, 0xff));
        header = style(workbook, "General");
        header.setFont(bold);
        header.setFillForegroundColor(colour(0x1f, 0x4e, 0x78));
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        header.setAlignment(HorizontalAlignment.CENTER);
        header.setWrapText(true);
        text = style(workbook, "@");
        general = style(workbook, "General");
        general.setAlignment(HorizontalAlignment.LEFT);
        date = style(workbook, "dd-mm-yyyy");
        decimal = style(workbook, "0.00");
        money = style(workbook, "\"$\"#,##0");
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, String pattern) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
        return style;
    }

    private static XSSFColor colour(int red, int green, int blue) {
        return new XSSFColor(new byte[] {(byte) red, (byte) green, (byte) blue}, null);
    }
}
