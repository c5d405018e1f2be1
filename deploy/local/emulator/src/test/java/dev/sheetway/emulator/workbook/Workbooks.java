package dev.sheetway.emulator.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Builds the workbooks that no shared file provides. */
final class Workbooks {
    private Workbooks() {}

    static byte[] build(Consumer<XSSFWorkbook> filler) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            filler.accept(workbook);
            return bytes(workbook);
        }
    }

    static byte[] edit(byte[] original, Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(original))) {
            change.accept(workbook);
            return bytes(workbook);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    /** One of everything that the reader and the writer keep. */
    static byte[] everything() throws IOException {
        return build(workbook -> {
            XSSFSheet sheet = workbook.createSheet("Todo & más");
            values(workbook, sheet);
            furniture(workbook, sheet);
            validations(sheet);
            XSSFSheet hidden = workbook.createSheet("oculta");
            hidden.createRow(3).createCell(2);
            workbook.setSheetHidden(1, true);
            hidden.enableLocking();
            hidden.setTabColor(new XSSFColor(new byte[] {(byte) 0xff, 0x66, 0}, null));
        });
    }

    private static void values(XSSFWorkbook workbook, XSSFSheet sheet) {
        var row = sheet.createRow(0);
        row.createCell(0).setCellValue("=not a formula");
        row.createCell(1).setCellValue(0.1 + 0.2);
        row.createCell(2).setCellValue(true);
        row.createCell(3).setCellErrorValue(FormulaError.REF.getCode());
        formula(row.createCell(4), "B1*2").setCellValue(0.6);
        formula(row.createCell(5), "A1&\"!\"").setCellValue("=not a formula!");
        formula(row.createCell(6), "1/0").setCellErrorValue(FormulaError.DIV0.getCode());
        formula(row.createCell(7), "B1>0").setCellValue(true);
        row.createCell(8).setCellValue("");
        row.createCell(9).setCellValue("  spaces and\na line  ");
        XSSFFont red = workbook.createFont();
        red.setColor(new XSSFColor(new byte[] {(byte) 0xcc, 0, 0}, null));
        red.setItalic(true);
        XSSFRichTextString rich = new XSSFRichTextString("plain red plain");
        rich.applyFont(6, 9, red);
        row.createCell(10).setCellValue(rich);
        String[] patterns = {
            "dd-mm-yyyy", "dd/mm/yyyy hh:mm:ss", "[h]:mm", "0.0%", "0.00E+00", "\"$\"#,##0", "@", "#,##0"
        };
        var styled = sheet.createRow(1);
        for (int c = 0; c < patterns.length; c++) {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(patterns[c]));
            style.setBorderBottom(BorderStyle.MEDIUM);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            styled.createCell(c).setCellValue(46_155.4818);
            styled.getCell(c).setCellStyle(style);
        }
    }

    private static XSSFCell formula(XSSFCell cell, String text) {
        cell.setCellFormula(text);
        return cell;
    }

    private static void furniture(XSSFWorkbook workbook, XSSFSheet sheet) {
        sheet.createFreezePane(2, 1);
        sheet.addMergedRegion(new CellRangeAddress(4, 6, 0, 1));
        sheet.setColumnWidth(1, 40 * 256);
        sheet.setColumnHidden(3, true);
        sheet.createRow(7).setZeroHeight(true);
        sheet.createRow(8).setHeightInPoints(45);
        sheet.setDisplayGridlines(false);
        sheet.createDrawingPatriarch()
                .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 12, 9, 14, 12))
                .setString(new XSSFRichTextString("nota\nen celda vacía"));
        var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
        link.setAddress("https://example.org/a?b=c&d");
        sheet.createRow(10).createCell(0).setCellValue("link");
        sheet.getRow(10).getCell(0).setHyperlink(link);
        name(workbook, "Bloque", "'Todo & más'!$A$1:$C$5");
        name(workbook, "Columna", "'Todo & más'!$B:$B");
        name(workbook, "Celda", "oculta!$C$4");
    }

    private static void name(XSSFWorkbook workbook, String name, String formula) {
        var range = workbook.createName();
        range.setNameName(name);
        range.setRefersToFormula(formula);
    }

    private static void validations(XSSFSheet sheet) {
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        add(sheet, helper, helper.createExplicitListConstraint(new String[] {"sí", "no"}), 0);
        add(sheet, helper, helper.createFormulaListConstraint("oculta!$A$1:$A$3"), 1);
        add(sheet, helper, helper.createDecimalConstraint(OperatorType.BETWEEN, "1.5", "A1"), 2);
        add(sheet, helper, helper.createDateConstraint(OperatorType.LESS_THAN, "46096", null, null), 3);
        add(sheet, helper, helper.createCustomConstraint("LEN(E3)>2"), 4);
        add(sheet, helper, helper.createDateConstraint(OperatorType.GREATER_OR_EQUAL, "1", null, null), 5);
    }

    private static void add(
            XSSFSheet sheet, XSSFDataValidationHelper helper, DataValidationConstraint constraint, int column) {
        DataValidation validation = helper.createValidation(constraint, new CellRangeAddressList(2, 9, column, column));
        validation.setShowErrorBox(column % 2 == 0);
        validation.setErrorStyle(column % 2 == 0 ? 0 : 1);
        validation.createPromptBox("", "columna " + column);
        validation.setShowPromptBox(true);
        sheet.addValidationData(validation);
    }
}
