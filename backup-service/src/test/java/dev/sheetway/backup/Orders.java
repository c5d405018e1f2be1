package dev.sheetway.backup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.emulator.EmulatorAdmin;
import dev.sheetway.wire.Json;

/** A workbook of two tabs with every kind of cell, for the emulator. */
final class Orders {
    /** Cells with a content. */
    static final long CELLS = 4 + 3 * 60 + 60 + 1;

    private Orders() {}

    static SpreadsheetId importInto(EmulatorAdmin admin) {
        SpreadsheetId id = TestCommands.anySpreadsheet();
        ObjectNode workbook = Json.mapper().createObjectNode();
        workbook.putObject("properties").put("title", "Order book").put("locale", "en_US");
        ArrayNode sheets = workbook.putArray("sheets");
        ArrayNode orders = tab(sheets, 11, "Orders", 80, 6);
        ArrayNode header = row(orders);
        for (String text : new String[] {"Order", "Customer", "Due", "Double"}) {
            text(header, text);
        }
        for (int i = 1; i <= 60; i++) {
            ArrayNode row = row(orders);
            number(row, i);
            text(row, "customer " + i);
            ObjectNode due = number(row, 46_000 + i);
            due.putObject("userEnteredFormat")
                    .putObject("numberFormat")
                    .put("type", "DATE")
                    .put("pattern", "yyyy-mm-dd");
            ObjectNode formula = row.addObject();
            formula.putObject("userEnteredValue").put("formulaValue", "=A" + (i + 1) + "*2");
            // the emulator evaluates nothing: a result is known only when it comes along
            formula.putObject("effectiveValue").put("numberValue", i * 2);
        }
        text(row(tab(sheets, 12, "Notes", 10, 2)), "=not a formula");
        admin.importSpreadsheet(workbook, id.value());
        return id;
    }

    /** The {@code edit} of a fault: somebody types {@code text} into {@code B2} of the first tab. */
    static String edit(String text) {
        return """
                {"requests":[{"updateCells":{"start":{"sheetId":11,"rowIndex":1,"columnIndex":1},\
                "fields":"userEnteredValue","rows":[{"values":[{"userEnteredValue":{"stringValue":"%s"}}]}]}}]}""".formatted(text);
    }

    private static ArrayNode tab(ArrayNode sheets, int id, String title, int rows, int columns) {
        ObjectNode sheet = sheets.addObject();
        ObjectNode properties = sheet.putObject("properties");
        properties.put("sheetId", id).put("title", title).put("index", sheets.size() - 1);
        properties.putObject("gridProperties").put("rowCount", rows).put("columnCount", columns);
        return sheet.putArray("data").addObject().putArray("rowData");
    }

    private static ArrayNode row(ArrayNode rows) {
        return rows.addObject().putArray("values");
    }

    private static void text(ArrayNode row, String text) {
        row.addObject().putObject("userEnteredValue").put("stringValue", text);
    }

    private static ObjectNode number(ArrayNode row, double value) {
        ObjectNode cell = row.addObject();
        cell.putObject("userEnteredValue").put("numberValue", value);
        return cell;
    }
}
