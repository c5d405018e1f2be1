package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.sheets.CellPatch;
import dev.sheetway.emulator.sheets.Ranges;

/** Cells: update, repeat, append, validation. */
final class CellKinds {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private CellKinds() {}

    /**
     * With {@code start} the data decides what is written; with {@code range}, cells of the range that the data does not reach
     * are cleared [DISC].
     */
    static void update(BatchContext batch, ObjectNode request) {
        FieldMask mask = CellPatch.mask(request);
        JsonNode rows = request.path("rows");
        if (request.has("range")) {
            Ranges.Target target = batch.writable(request.get("range"));
            checkInside(rows, target.area());
            write(batch, target.sheet(), target.area(), rows, mask);
            return;
        }
        JsonNode start = BatchContext.object(request, "start");
        SheetModel sheet = batch.sheet(start);
        int row = start.path("rowIndex").asInt();
        int column = start.path("columnIndex").asInt();
        checkInside(
                rows, new Area(row, sheet.rows().size(), column, sheet.columns().size()));
        for (int i = 0; i < rows.size(); i++) {
            Area area = new Area(
                    row + i,
                    row + i + 1,
                    column,
                    column + rows.get(i).path("values").size());
            batch.protections().check(sheet, area);
            JsonNode only = JsonNodeFactory.instance.arrayNode().add(rows.get(i));
            write(batch, sheet, area, only, mask);
        }
    }

    private static void checkInside(JsonNode rows, Area area) {
        if (rows.size() > area.rows()) {
            throw ApiException.invalid("Attempting to write row: " + area.endRow()
                    + ", beyond the last requested row of: " + (area.endRow() - 1));
        }
        for (JsonNode row : rows) {
            if (row.path("values").size() > area.columns()) {
                throw ApiException.invalid("Attempting to write column: " + area.endColumn()
                        + ", beyond the last requested column of: " + (area.endColumn() - 1));
            }
        }
    }

    private static void write(BatchContext batch, SheetModel sheet, Area area, JsonNode rows, FieldMask mask) {
        CellPatch patch = batch.patch();
        batch.change(sheet, area, (cell, r, c) -> {
            JsonNode data = rows.path(r - area.startRow()).path("values").path(c - area.startColumn());
            return patch.apply(cell, data instanceof ObjectNode object ? object : NOTHING, mask);
        });
    }

    /** The same cell everywhere; a formula's relative references move along [DISC]. */
    static void repeat(BatchContext batch, ObjectNode request) {
        FieldMask mask = CellPatch.mask(request);
        Ranges.Target target = batch.writable(BatchContext.object(request, "range"));
        ObjectNode data = request.path("cell") instanceof ObjectNode object ? object : NOTHING;
        CellPatch patch = batch.patch();
        Area area = target.area();
        batch.change(
                target.sheet(),
                area,
                (cell, r, c) -> patch.apply(cell, data, mask, r - area.startRow(), c - area.startColumn()));
    }

    /** After the last row that has anything; the grid grows downwards [KNOW]. */
    static void append(BatchContext batch, ObjectNode request) {
        FieldMask mask = CellPatch.mask(request);
        SheetModel sheet = batch.sheet(request);
        JsonNode rows = request.path("rows");
        int first = lastUsedRow(batch, sheet) + 1;
        Area wide = new Area(first, Integer.MAX_VALUE, 0, sheet.columns().size());
        checkInside(rows, wide);
        batch.protections()
                .check(
                        sheet,
                        new Area(first, first + rows.size(), 0, sheet.columns().size()));
        int missing = first + rows.size() - sheet.rows().size();
        if (missing > 0) {
            sheet.rows(sheet.rows().insert(sheet.rows().size(), missing));
            batch.checkCellLimit();
        }
        for (int i = 0; i < rows.size(); i++) {
            int width = rows.get(i).path("values").size();
            JsonNode only = JsonNodeFactory.instance.arrayNode().add(rows.get(i));
            write(batch, sheet, new Area(first + i, first + i + 1, 0, width), only, mask);
        }
    }

    private static int lastUsedRow(BatchContext batch, SheetModel sheet) {
        for (int r = sheet.rows().size() - 1; r >= 0; r--) {
            Row row = batch.cells().row(sheet.uid(), sheet.rows().id(r));
            for (int c = 0; row.size() > 0 && c < sheet.columns().size(); c++) {
                if (row.cell(sheet.columns().id(c)).hasContent()) {
                    return r;
                }
            }
        }
        return -1;
    }

    /** Without a rule the validation is cleared [DISC]. */
    static void setValidation(BatchContext batch, ObjectNode request) {
        Ranges.Target target = batch.writable(BatchContext.object(request, "range"));
        JsonNode rule = request.get("rule");
        int id = rule instanceof ObjectNode object ? batch.styles().idOf(object) : 0;
        batch.change(target.sheet(), target.area(), (cell, r, c) -> cell.withValidation(id));
    }
}
