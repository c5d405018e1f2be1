package dev.sheetway.emulator.sample;

import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes {@code Trabajadores} and {@code Roles}. The count beside each worker points into {@code Operaciones}, so that
 * a migration which moves a column there must move the reference here.
 */
final class CrewTabs {
    static final String WORKERS = "Trabajadores";
    static final String ROLES = "Roles";

    private final SampleStyles styles;

    CrewTabs(XSSFWorkbook workbook, SampleStyles styles) {
        this.styles = styles;
        workbook.createSheet(WORKERS).createFreezePane(0, 1);
        workbook.createSheet(ROLES).createFreezePane(0, 1);
    }

    void write(SXSSFWorkbook stream, Spools spools) {
        SXSSFSheet workers = stream.getSheet(WORKERS);
        SXSSFSheet roles = stream.getSheet(ROLES);
        header(workers, styles, List.of("Id", "Nombre", "Apellido", "Activo", "Spools_Armados"));
        header(roles, styles, List.of("Id", "Rol", "Activo"));
        int roleRow = 1;
        for (int i = 0; i < Worker.CREW.size(); i++) {
            Worker worker = Worker.CREW.get(i);
            worker(workers.createRow(i + 1), worker, spools.assembledCount(worker));
            for (String role : worker.roles()) {
                SXSSFRow row = roles.createRow(roleRow++);
                row.createCell(0).setCellValue(worker.id());
                row.createCell(1).setCellValue(role);
                text(row.createCell(2), worker.active());
            }
        }
    }

    private void worker(SXSSFRow row, Worker worker, int assembled) {
        row.createCell(0).setCellValue(worker.id());
        row.createCell(1).setCellValue(worker.firstName());
        row.createCell(2).setCellValue(worker.lastName());
        text(row.createCell(3), worker.active());
        String column = CellReference.convertNumToColString(SpoolColumns.at("Armador"));
        int r = row.getRowNum() + 1;
        SXSSFCell count = row.createCell(4);
        count.setCellFormula("COUNTIF(" + SpoolTab.NAME + "!$" + column + "$2:$" + column + "$" + SpoolTab.GRID_ROWS
                + ",LEFT(B" + r + ",1)&LEFT(C" + r + ",1)&\"(\"&A" + r + "&\")\")");
        count.setCellValue(assembled);
    }

    /** The reference sheet keeps its booleans as text. */
    private void text(SXSSFCell cell, boolean value) {
        cell.setCellStyle(styles.text);
        cell.setCellValue(value ? "TRUE" : "FALSE");
    }

    static void header(SXSSFSheet sheet, SampleStyles styles, List<String> names) {
        SXSSFRow row = sheet.createRow(0);
        for (int c = 0; c < names.size(); c++) {
            SXSSFCell cell = row.createCell(c);
            cell.setCellStyle(styles.header);
            cell.setCellValue(names.get(c));
        }
    }
}
