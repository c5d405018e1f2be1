package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.formula.FormulaText;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.Ranges;
import java.util.ArrayList;
import java.util.List;

/** Copy and cut, within a sheet and between sheets. */
final class PasteKinds {

    private PasteKinds() {}

    /** Cells taken before anything is written, so that source and destination may overlap. */
    private static Cell[][] take(BatchContext batch, Ranges.Target source) {
        Area area = source.area();
        Cell[][] cells = new Cell[area.rows()][area.columns()];
        for (int r = 0; r < area.rows(); r++) {
            for (int c = 0; c < area.columns(); c++) {
                cells[r][c] = batch.cell(source.sheet(), area.startRow() + r, area.startColumn() + c);
            }
        }
        return cells;
    }

    /** A destination that is a multiple of the source is filled; a smaller one is overrun [DISC]. */
    static void copyPaste(BatchContext batch, ObjectNode request) {
        Ranges.Target source = Ranges.grid(batch.model(), BatchContext.object(request, "source"));
        JsonNode destination = BatchContext.object(request, "destination");
        Ranges.Target target = Ranges.grid(batch.model(), destination);
        boolean transpose = request.path("pasteOrientation").asText().equals("TRANSPOSE");
        String type = request.path("pasteType").asText("PASTE_NORMAL");
        Cell[][] cells = take(batch, source);
        int height = transpose ? source.area().columns() : source.area().rows();
        int width = transpose ? source.area().rows() : source.area().columns();
        if (height == 0 || width == 0) {
            return;
        }
        Area to = target.area();
        Area fill = new Area(
                to.startRow(),
                to.startRow() + multiple(to.rows(), height),
                to.startColumn(),
                to.startColumn() + multiple(to.columns(), width));
        SheetModel sheet = target.sheet();
        if (!sheet.all().contains(fill)) {
            throw ApiException.invalid("Range (" + fill.print(sheet.title()) + ") exceeds grid limits. Max rows: "
                    + sheet.rows().size() + ", max columns: " + sheet.columns().size());
        }
        batch.protections().check(sheet, fill);
        Area from = source.area();
        batch.change(sheet, fill, (cell, r, c) -> {
            int down = (r - fill.startRow()) % height;
            int right = (c - fill.startColumn()) % width;
            int sourceRow = transpose ? right : down;
            int sourceColumn = transpose ? down : right;
            return paste(
                    batch,
                    cells[sourceRow][sourceColumn],
                    cell,
                    type,
                    r - from.startRow() - sourceRow,
                    c - from.startColumn() - sourceColumn);
        });
        if (type.equals("PASTE_NORMAL") && !transpose) {
            copyMerges(source, sheet, fill);
        }
    }

    private static int multiple(int asked, int unit) {
        return asked >= unit && asked % unit == 0 ? asked : unit;
    }

    private static Cell paste(BatchContext batch, Cell source, Cell target, String type, int rows, int columns) {
        return switch (type) {
            case "PASTE_NORMAL" -> moved(source, source, rows, columns);
            case "PASTE_NO_BORDERS" ->
                moved(source, source, rows, columns).withFormat(withoutBorders(batch, source.format()));
            case "PASTE_VALUES" -> {
                if (source.isUnknown()) {
                    throw ApiException.notEmulated("PASTE_VALUES of the formula " + source.formula());
                }
                yield target.withLiteral(source.value());
            }
            case "PASTE_FORMULA" -> moved(source, target, rows, columns);
            case "PASTE_FORMAT" -> target.withFormat(source.format());
            case "PASTE_DATA_VALIDATION" -> target.withValidation(source.validation());
            default -> throw ApiException.notEmulated(type);
        };
    }

    private static Cell moved(Cell content, Cell rest, int rows, int columns) {
        return content.formula() == null
                ? rest.withContentOf(content)
                : rest.withFormula(FormulaText.offset(content.formula(), rows, columns));
    }

    private static int withoutBorders(BatchContext batch, int format) {
        ObjectNode plain = batch.styles().style(format).deepCopy();
        plain.remove("borders");
        return batch.styles().idOf(plain);
    }

    private static void copyMerges(Ranges.Target source, SheetModel sheet, Area fill) {
        List<GridBox> copies = new ArrayList<>();
        for (GridBox box : source.sheet().merges()) {
            Area merge = box.area(
                    source.sheet().rows().size(), source.sheet().columns().size());
            if (source.area().contains(merge)) {
                int down = fill.startRow() - source.area().startRow();
                int right = fill.startColumn() - source.area().startColumn();
                copies.add(GridBox.of(
                        sheet.sheetId(),
                        new Area(
                                merge.startRow() + down,
                                merge.endRow() + down,
                                merge.startColumn() + right,
                                merge.endColumn() + right)));
            }
        }
        for (GridBox copy : copies) {
            if (!sheet.merges().contains(copy)) {
                sheet.merges().add(copy);
            }
        }
    }

    /** Moves cells. References to them would follow; where a formula has any, the emulator refuses rather than guess. */
    static void cutPaste(BatchContext batch, ObjectNode request) {
        Ranges.Target source = batch.writable(BatchContext.object(request, "source"));
        JsonNode destination = BatchContext.object(request, "destination");
        String type = request.path("pasteType").asText("PASTE_NORMAL");
        if (!type.equals("PASTE_NORMAL")) {
            throw ApiException.notEmulated("cutPaste with " + type);
        }
        SheetModel sheet = batch.sheet(destination);
        int row = destination.path("rowIndex").asInt();
        int column = destination.path("columnIndex").asInt();
        Area to = new Area(
                row, row + source.area().rows(), column, column + source.area().columns());
        if (!sheet.all().contains(to)) {
            throw ApiException.invalid("Range (" + to.print(sheet.title()) + ") exceeds grid limits. Max rows: "
                    + sheet.rows().size() + ", max columns: " + sheet.columns().size());
        }
        batch.protections().check(sheet, to);
        if (FormulaUse.isReferenced(batch, source)) {
            throw ApiException.notEmulated("cutPaste of cells that formulas refer to");
        }
        Cell[][] cells = take(batch, source);
        batch.change(source.sheet(), source.area(), (cell, r, c) -> Cell.EMPTY);
        batch.change(sheet, to, (cell, r, c) -> cells[r - row][c - column]);
    }
}
