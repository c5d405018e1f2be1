package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Writes what belongs to a tab and not to its cells: columns, panes, merges, protection. */
final class SheetFrame {
    private final XSSFSheet target;
    private final JsonNode sheet;
    private final Losses losses;

    SheetFrame(XSSFSheet target, JsonNode sheet, Losses losses) {
        this.target = target;
        this.sheet = sheet;
        this.losses = losses;
    }

    void write() {
        JsonNode properties = sheet.path("properties");
        JsonNode grid = properties.path("gridProperties");
        XSSFColor tabColour = Colours.of(properties, "tabColor");
        if (tabColour != null) {
            target.setTabColor(tabColour);
        }
        target.setRightToLeft(properties.path("rightToLeft").asBoolean());
        target.setDisplayGridlines(!grid.path("hideGridlines").asBoolean());
        int rows = grid.path("frozenRowCount").asInt();
        int columns = grid.path("frozenColumnCount").asInt();
        if (rows > 0 || columns > 0) {
            target.createFreezePane(columns, rows);
        }
        CellRangeAddress used = new CellRangeAddress(
                0,
                Math.max(0, grid.path("rowCount").asInt() - 1),
                0,
                Math.max(0, grid.path("columnCount").asInt() - 1));
        target.getCTWorksheet().getDimension().setRef(used.formatAsString());
        columns(sheet.path("data").path(0).path("columnMetadata"));
        for (JsonNode merge : sheet.path("merges")) {
            target.addMergedRegion(GridRanges.toAddress(merge));
        }
        protection();
    }

    private void columns(JsonNode metadata) {
        for (int c = 0; c < metadata.size(); c++) {
            JsonNode column = metadata.get(c);
            if (column.has("pixelSize")) {
                target.setColumnWidth(c, Pixels.toWidth(column.get("pixelSize").asInt()));
            }
            if (column.path("hiddenByUser").asBoolean()) {
                target.setColumnHidden(c, true);
            }
        }
    }

    private void protection() {
        for (JsonNode protection : sheet.path("protectedRanges")) {
            boolean wholeTab = protection.path("range").size() <= 1 && !protection.has("unprotectedRanges");
            if (wholeTab && !protection.path("warningOnly").asBoolean()) {
                target.enableLocking();
            } else {
                losses.add(target.getSheetName(), "protection of a part of a tab", "");
            }
        }
        losses.add(
                target.getSheetName(),
                "conditional format",
                sheet.path("conditionalFormats").size(),
                "");
        losses.add(target.getSheetName(), "chart", sheet.path("charts").size(), "");
        losses.add(target.getSheetName(), "filter", sheet.has("basicFilter") ? 1 : 0, "");
    }
}
