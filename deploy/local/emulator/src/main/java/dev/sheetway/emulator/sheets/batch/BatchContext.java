package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.Cells;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.grid.Structure;
import dev.sheetway.emulator.grid.Styles;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.sheets.CellPatch;
import dev.sheetway.emulator.sheets.Ids;
import dev.sheetway.emulator.sheets.Protections;
import dev.sheetway.emulator.sheets.Ranges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the requests of one batch share: a working copy that is kept only if every request succeeds.
 *
 * @param editors e-mails of all that may write the file, whom a protection without editors names [L3P]
 * @param kindsSoFar kinds of the requests that came before, with what they named
 */
public record BatchContext(
        SpreadsheetModel model,
        Cells cells,
        Styles styles,
        Settings settings,
        Ids ids,
        Protections protections,
        String ownerEmail,
        List<String> editors,
        LocalDate today,
        List<String> kindsSoFar) {

    /** Changes one cell, given its 0-based place. */
    @FunctionalInterface
    interface CellChange {
        Cell apply(Cell cell, int row, int column);
    }

    Structure structure() {
        return new Structure(model, cells);
    }

    CellPatch patch() {
        return new CellPatch(model, styles);
    }

    SheetModel sheet(JsonNode request) {
        return Ranges.sheet(model, request.path("sheetId").asInt());
    }

    /** The rectangle of a GridRange, checked against protections. */
    Ranges.Target writable(JsonNode gridRange) {
        Ranges.Target target = Ranges.grid(model, gridRange);
        protections.check(target.sheet(), target.area());
        return target;
    }

    Cell cell(SheetModel sheet, int row, int column) {
        return cells.row(sheet.uid(), sheet.rows().id(row)).cell(sheet.columns().id(column));
    }

    /** Changes every cell of a rectangle. */
    void change(SheetModel sheet, Area area, CellChange change) {
        for (int r = area.startRow(); r < area.endRow(); r++) {
            int rowId = sheet.rows().id(r);
            Row before = cells.row(sheet.uid(), rowId);
            Row row = before;
            for (int c = area.startColumn(); c < area.endColumn(); c++) {
                int columnId = sheet.columns().id(c);
                row = row.with(columnId, change.apply(row.cell(columnId), r, c));
            }
            if (row != before) {
                cells.put(sheet.uid(), rowId, row.retain(sheet.columns()::contains));
            }
        }
    }

    /** Refuses what would pass the limit of cells, counted after each request [ISS pygsheets #589]. */
    void checkCellLimit() {
        if (model.cellCount() > settings.cellLimit()) {
            throw ApiException.invalid(
                    "This action would increase the number of cells in the workbook above the limit of "
                            + settings.cellLimit() + " cells.");
        }
    }

    static ObjectNode object(JsonNode request, String field) {
        if (request.path(field) instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.invalid("Must specify " + field + ".");
    }

    static List<ObjectNode> objects(JsonNode list) {
        List<ObjectNode> objects = new ArrayList<>();
        list.forEach(element -> objects.add((ObjectNode) element));
        return objects;
    }
}
