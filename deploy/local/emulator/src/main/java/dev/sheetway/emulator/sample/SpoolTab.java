package dev.sheetway.emulator.sample;

import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes {@code Operaciones}: header, spools without a gap, then rows that are formatted and blank. */
final class SpoolTab {
    static final String NAME = "Operaciones";
    static final int GRID_ROWS = 2_556;
    static final int SPOOLS = 1_094;
    private static final int LAST_ROW = GRID_ROWS - 1;
    private static final int WIDE = 18 * 256;
    private static final int NARROW = 11 * 256;

    private final SampleStyles styles;

    SpoolTab(XSSFWorkbook workbook, SampleStyles styles) {
        this.styles = styles;
        XSSFSheet frame = workbook.createSheet(NAME);
        frame.createFreezePane(0, 1);
        for (int c = 0; c < SpoolColumns.HEADERS.size(); c++) {
            frame.setColumnWidth(c, SpoolColumns.HEADERS.get(c).length() > 10 ? WIDE : NARROW);
        }
        frame.setColumnHidden(SpoolColumns.at("Plano_Referencia"), true);
        validations(frame);
        notes(frame);
        XSSFName name = workbook.createName();
        name.setNameName("Spools");
        name.setRefersToFormula(NAME + "!$A$2:$" + CellReference.convertNumToColString(SpoolColumns.HEADERS.size() - 1)
                + "$" + GRID_ROWS);
    }

    private static void validations(XSSFSheet frame) {
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(frame);
        DataValidation status =
                validation(helper, helper.createExplicitListConstraint(SpoolRow.STATES), "Status_Spool");
        status.setErrorStyle(DataValidation.ErrorStyle.STOP);
        frame.addValidationData(status);
        DataValidation diameter =
                validation(helper, helper.createDecimalConstraint(OperatorType.GREATER_THAN, "0", null), "DIAM");
        diameter.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        diameter.createPromptBox("", "Diámetro en pulgadas");
        diameter.setShowPromptBox(true);
        frame.addValidationData(diameter);
    }

    private static DataValidation validation(
            XSSFDataValidationHelper helper, DataValidationConstraint constraint, String header) {
        int column = SpoolColumns.at(header);
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(1, LAST_ROW, column, column));
        validation.setShowErrorBox(true);
        return validation;
    }

    private static void notes(XSSFSheet frame) {
        XSSFDrawing drawing = frame.createDrawingPatriarch();
        note(drawing, 0, "TAG_SPOOL", "Clave de la fila. No repetir.\nFormato MK-dddd-XX-ddddd-ddd");
        note(drawing, 6, "Fecha_Materiales", "Reprogramada por falta de materiales");
    }

    private static void note(XSSFDrawing drawing, int row, String header, String text) {
        int column = SpoolColumns.at(header);
        drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 3, row + 5))
                .setString(new XSSFRichTextString(text));
    }

    Spools write(SXSSFWorkbook stream, Random random) {
        SXSSFSheet sheet = stream.getSheet(NAME);
        SXSSFRow header = sheet.createRow(0);
        for (int c = 0; c < SpoolColumns.HEADERS.size(); c++) {
            SXSSFCell cell = header.createCell(c);
            cell.setCellStyle(styles.header);
            cell.setCellValue(SpoolColumns.HEADERS.get(c));
        }
        Spools spools = new Spools();
        SpoolRow writer = new SpoolRow(styles, random, spools);
        List<XSSFCellStyle> blanks =
                SpoolColumns.HEADERS.stream().map(this::blank).toList();
        for (int r = 1; r <= LAST_ROW; r++) {
            SXSSFRow row = sheet.createRow(r);
            for (int c = 0; c < SpoolColumns.HEADERS.size(); c++) {
                row.createCell(c).setCellStyle(blanks.get(c));
            }
            if (r <= SPOOLS) {
                writer.write(new Cells(row, styles), r);
            }
        }
        return spools;
    }

    private XSSFCellStyle blank(String header) {
        if (header.startsWith("Fecha_")) {
            return styles.date;
        }
        return header.startsWith("Precio ")
                ? styles.money
                : header.matches("DIAM|PD_.*|Peso_Kg|Area_m2") ? styles.decimal : styles.text;
    }
}
