package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.formula.AxisChange;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.NamedRange;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.Ranges;

/**
 * {@code insertRange} and {@code deleteRange}: cells shift, the grid keeps its size [DISC; the size is KNOW]. A range over the
 * whole width or height is a change of structure; a narrower one is refused with 501 where formulas, named ranges or merges
 * reach into what shifts.
 */
final class RangeKinds {

    private RangeKinds() {}

    /**
     * A range and the direction in which cells shift.
     *
     * @param band the range with everything behind it in that direction
     */
    private record Shift(SheetModel sheet, Area area, boolean rows, Area band) {

        static Shift of(BatchContext batch, ObjectNode request) {
            Ranges.Target target = batch.writable(BatchContext.object(request, "range"));
            boolean rows =
                    switch (request.path("shiftDimension").asText()) {
                        case "ROWS" -> true;
                        case "COLUMNS" -> false;
                        default -> throw ApiException.invalid("No shiftDimension specified.");
                    };
            Area area = target.area();
            Area all = target.sheet().all();
            Area band = rows
                    ? new Area(area.startRow(), all.endRow(), area.startColumn(), area.endColumn())
                    : new Area(area.startRow(), area.endRow(), area.startColumn(), all.endColumn());
            batch.protections().check(target.sheet(), band);
            return new Shift(target.sheet(), area, rows, band);
        }

        boolean wholeLines() {
            return rows
                    ? area.columns() == sheet.columns().size()
                    : area.rows() == sheet.rows().size();
        }

        int start() {
            return rows ? area.startRow() : area.startColumn();
        }

        int count() {
            return rows ? area.rows() : area.columns();
        }

        int size() {
            return sheet.axis(rows).size();
        }
    }

    static void delete(BatchContext batch, ObjectNode request) {
        Shift shift = Shift.of(batch, request);
        if (shift.area.isEmpty()) {
            return;
        }
        if (shift.wholeLines() && shift.count() < shift.size()) {
            batch.structure().change(shift.sheet, new AxisChange.Deleted(shift.rows, shift.start(), shift.count()));
            grow(shift);
            return;
        }
        move(batch, shift, shift.count());
    }

    static void insert(BatchContext batch, ObjectNode request) {
        Shift shift = Shift.of(batch, request);
        if (shift.area.isEmpty()) {
            return;
        }
        refuseOverflow(batch, shift);
        if (shift.wholeLines() && shift.start() + shift.count() < shift.size()) {
            batch.structure()
                    .change(
                            shift.sheet,
                            new AxisChange.Deleted(shift.rows, shift.size() - shift.count(), shift.count()));
            if (shift.start() == shift.size()) {
                grow(shift);
            } else {
                batch.structure()
                        .change(shift.sheet, new AxisChange.Inserted(shift.rows, shift.start(), shift.count()));
            }
            return;
        }
        move(batch, shift, -shift.count());
    }

    private static void grow(Shift shift) {
        shift.sheet.axis(shift.rows, shift.sheet.axis(shift.rows).insert(shift.size(), shift.count()));
    }

    private static void refuseOverflow(BatchContext batch, Shift shift) {
        Area band = shift.band;
        Area last = shift.rows
                ? new Area(
                        Math.max(band.startRow(), band.endRow() - shift.count()),
                        band.endRow(),
                        band.startColumn(),
                        band.endColumn())
                : new Area(
                        band.startRow(),
                        band.endRow(),
                        Math.max(band.startColumn(), band.endColumn() - shift.count()),
                        band.endColumn());
        for (int r = last.startRow(); r < last.endRow(); r++) {
            for (int c = last.startColumn(); c < last.endColumn(); c++) {
                if (batch.cell(shift.sheet, r, c).hasContent()) {
                    throw ApiException.notEmulated("insertRange that pushes content over the edge of the grid");
                }
            }
        }
    }

    /** Every cell of the band takes what stands {@code by} further on; beyond the band there is nothing. */
    private static void move(BatchContext batch, Shift shift, int by) {
        refuseWhatFollows(batch, shift);
        Area band = shift.band;
        Cell[][] before = new Cell[band.rows()][band.columns()];
        for (int r = 0; r < band.rows(); r++) {
            for (int c = 0; c < band.columns(); c++) {
                before[r][c] = batch.cell(shift.sheet, band.startRow() + r, band.startColumn() + c);
            }
        }
        batch.change(shift.sheet, band, (cell, r, c) -> {
            int row = r - band.startRow() + (shift.rows ? by : 0);
            int column = c - band.startColumn() + (shift.rows ? 0 : by);
            boolean inside = row >= 0 && row < band.rows() && column >= 0 && column < band.columns();
            return inside ? before[row][column] : Cell.EMPTY;
        });
    }

    private static void refuseWhatFollows(BatchContext batch, Shift shift) {
        SheetModel sheet = shift.sheet;
        int rows = sheet.rows().size();
        int columns = sheet.columns().size();
        boolean merged =
                sheet.merges().stream().anyMatch(box -> box.area(rows, columns).intersects(shift.band));
        boolean named = batch.model().namedRanges().values().stream()
                .map(NamedRange::box)
                .anyMatch(box -> box != null
                        && box.sheetId() == sheet.sheetId()
                        && box.area(rows, columns).intersects(shift.band));
        if (merged || named || FormulaUse.isReferenced(batch, new Ranges.Target(sheet, shift.band, true))) {
            throw ApiException.notEmulated("shifting cells that merges, named ranges or formulas refer to");
        }
    }
}
