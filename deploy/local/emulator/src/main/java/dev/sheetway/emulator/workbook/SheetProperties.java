package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Reads a tab's {@code SheetProperties}. */
final class SheetProperties {
    private SheetProperties() {}

    static ObjectNode of(XSSFSheet sheet, int sheetId, int index, Grid grid) {
        ObjectNode properties = Json.object()
                .put("sheetId", sheetId)
                .put("title", sheet.getSheetName())
                .put("index", index)
                .put("sheetType", "GRID");
        ObjectNode gridProperties = properties.putObject("gridProperties");
        gridProperties.put("rowCount", grid.rowCount()).put("columnCount", grid.columnCount());
        freeze(sheet.getPaneInformation(), gridProperties);
        if (!sheet.isDisplayGridlines()) {
            gridProperties.put("hideGridlines", true);
        }
        XSSFWorkbook workbook = sheet.getWorkbook();
        int position = workbook.getSheetIndex(sheet);
        if (workbook.isSheetHidden(position) || workbook.isSheetVeryHidden(position)) {
            properties.put("hidden", true);
        }
        Colours.put(properties, "tabColor", sheet.getTabColor());
        if (sheet.isRightToLeft()) {
            properties.put("rightToLeft", true);
        }
        return properties;
    }

    private static void freeze(@Nullable PaneInformation pane, ObjectNode gridProperties) {
        if (pane != null && pane.isFreezePane()) {
            if (pane.getHorizontalSplitPosition() > 0) {
                gridProperties.put("frozenRowCount", (int) pane.getHorizontalSplitPosition());
            }
            if (pane.getVerticalSplitPosition() > 0) {
                gridProperties.put("frozenColumnCount", (int) pane.getVerticalSplitPosition());
            }
        }
    }
}
