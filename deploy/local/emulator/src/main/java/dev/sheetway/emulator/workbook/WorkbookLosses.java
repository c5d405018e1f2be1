package dev.sheetway.emulator.workbook;

import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Counts what a workbook holds and an import leaves behind. */
final class WorkbookLosses {
    private WorkbookLosses() {}

    static void collect(XSSFWorkbook workbook, Losses losses) {
        losses.add("workbook", "macro project", workbook.isMacroEnabled() ? 1 : 0, "");
        losses.add(
                "workbook",
                "link to another workbook",
                workbook.getExternalLinksTable().size(),
                "");
        losses.add("workbook", "image", workbook.getAllPictures().size(), "");
        losses.add("workbook", "pivot table", workbook.getPivotTables().size(), "");
        losses.add(
                "workbook",
                "day count from 1904 (dates moved by 1,462 days, as every import does)",
                workbook.isDate1904() ? 1 : 0,
                "");
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            collect(workbook.getSheetAt(i), losses);
        }
    }

    private static void collect(XSSFSheet sheet, Losses losses) {
        String tab = sheet.getSheetName();
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        losses.add(tab, "chart", drawing == null ? 0 : drawing.getCharts().size(), "");
        losses.add(
                tab, "conditional format", sheet.getSheetConditionalFormatting().getNumConditionalFormattings(), "");
        losses.add(
                tab,
                "table (its cells are kept)",
                sheet.getTables().size(),
                sheet.getTables().isEmpty() ? "" : sheet.getTables().getFirst().getName());
        losses.add(tab, "filter", sheet.getCTWorksheet().isSetAutoFilter() ? 1 : 0, "");
    }
}
