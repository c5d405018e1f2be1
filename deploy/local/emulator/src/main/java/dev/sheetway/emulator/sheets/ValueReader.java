package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rectangle as a ValueRange: trailing empty cells and lines are cut off, inner ones are {@code ""} and {@code []}, and
 * when nothing is left there is no {@code values} key [REC].
 */
final class ValueReader {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SheetsCore.Session session;
    private final ValueRender render;
    private final CellJson cells;

    ValueReader(SheetsCore.Session session, ValueRender render) {
        this.session = session;
        this.render = render;
        this.cells = new CellJson(session.tx().styles());
    }

    ObjectNode read(SheetModel sheet, Area area) {
        ObjectNode json = JSON.objectNode();
        json.put("range", area.print(sheet.title())).put("majorDimension", render.majorDimension());
        ArrayNode lines = JSON.arrayNode();
        if (render.columns()) {
            byColumns(sheet, area, lines);
        } else {
            for (int r = area.startRow(); r < area.endRow(); r++) {
                lines.add(row(sheet, area, r));
            }
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        if (!lines.isEmpty()) {
            json.set("values", lines);
        }
        return json;
    }

    private ArrayNode row(SheetModel sheet, Area area, int r) {
        ArrayNode line = JSON.arrayNode();
        Row row = session.tx().row(sheet.uid(), sheet.rows().id(r));
        for (int c = area.startColumn(); row.size() > 0 && c < area.endColumn(); c++) {
            append(
                    line,
                    c - area.startColumn(),
                    cells.value(row.cell(sheet.columns().id(c)), render));
        }
        return line;
    }

    private void byColumns(SheetModel sheet, Area area, ArrayNode lines) {
        ArrayNode[] columns = new ArrayNode[area.columns()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = lines.addArray();
        }
        for (int r = area.startRow(); r < area.endRow(); r++) {
            Row row = session.tx().row(sheet.uid(), sheet.rows().id(r));
            for (int c = area.startColumn(); row.size() > 0 && c < area.endColumn(); c++) {
                JsonNode value = cells.value(row.cell(sheet.columns().id(c)), render);
                append(columns[c - area.startColumn()], r - area.startRow(), value);
            }
        }
    }

    private static void append(ArrayNode line, int position, @Nullable JsonNode value) {
        if (value == null || (value.isTextual() && value.textValue().isEmpty())) {
            return;
        }
        while (line.size() < position) {
            line.add("");
        }
        line.add(value);
    }
}
