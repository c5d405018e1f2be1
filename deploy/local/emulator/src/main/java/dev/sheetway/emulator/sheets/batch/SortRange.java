package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.formula.FormulaText;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.Ranges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Sorts the rows of a range by one or more columns [REC]. Blanks come last in either order [KNOW]. */
final class SortRange {

    private SortRange() {}

    static void apply(BatchContext batch, ObjectNode request) {
        Ranges.Target target = batch.writable(BatchContext.object(request, "range"));
        Area area = target.area();
        if (area.isEmpty()) {
            return;
        }
        Comparator<Cell[]> order = null;
        for (JsonNode spec : request.path("sortSpecs")) {
            Comparator<Cell[]> next = by(spec, area);
            order = order == null ? next : order.thenComparing(next);
        }
        if (order == null) {
            order = by(request.objectNode(), new Area(area.startRow(), area.endRow(), 0, area.endColumn()));
        }
        List<Cell[]> rows = new ArrayList<>();
        List<Integer> origin = new ArrayList<>();
        for (int r = area.startRow(); r < area.endRow(); r++) {
            Cell[] cells = new Cell[area.columns()];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = batch.cell(target.sheet(), r, area.startColumn() + c);
            }
            rows.add(cells);
            origin.add(r);
        }
        Comparator<Cell[]> chosen = order;
        Integer[] sorted = origin.toArray(Integer[]::new);
        Arrays.sort(sorted, (a, b) -> chosen.compare(rows.get(a - area.startRow()), rows.get(b - area.startRow())));
        batch.change(target.sheet(), area, (cell, r, c) -> {
            int from = sorted[r - area.startRow()];
            Cell moved = rows.get(from - area.startRow())[c - area.startColumn()];
            return moved.formula() == null || from == r
                    ? moved
                    : moved.withFormula(FormulaText.offset(moved.formula(), r - from, 0));
        });
    }

    private static Comparator<Cell[]> by(JsonNode spec, Area area) {
        if (spec.has("foregroundColor")
                || spec.has("backgroundColor")
                || spec.has("foregroundColorStyle")
                || spec.has("backgroundColorStyle")) {
            throw ApiException.notEmulated("sorting by colour");
        }
        int column = spec.path("dimensionIndex").asInt() - area.startColumn();
        if (column < 0 || column >= area.columns()) {
            throw ApiException.invalid("Sort dimension index must lie inside the range.");
        }
        boolean descending = spec.path("sortOrder").asText().equals("DESCENDING");
        return (a, b) -> compare(a[column], b[column], descending);
    }

    private static int compare(Cell a, Cell b, boolean descending) {
        if (a.isUnknown() || b.isUnknown()) {
            throw ApiException.notEmulated("sorting by a formula whose result is not known");
        }
        CellValue x = a.value();
        CellValue y = b.value();
        if (x == null || y == null) {
            return Boolean.compare(x == null, y == null);
        }
        int result = rank(x) != rank(y) ? Integer.compare(rank(x), rank(y)) : compare(x, y);
        return descending ? -result : result;
    }

    private static int rank(CellValue value) {
        return switch (value) {
            case CellValue.Number n -> 0;
            case CellValue.Text t -> 1;
            case CellValue.Bool b -> 2;
            case CellValue.Failure f -> 3;
        };
    }

    private static int compare(CellValue a, CellValue b) {
        if (a instanceof CellValue.Number x && b instanceof CellValue.Number y) {
            return Double.compare(x.value(), y.value());
        }
        if (a instanceof CellValue.Bool x && b instanceof CellValue.Bool y) {
            return Boolean.compare(x.value(), y.value());
        }
        if (a instanceof CellValue.Text x && b instanceof CellValue.Text y) {
            return x.value().toLowerCase(Locale.ROOT).compareTo(y.value().toLowerCase(Locale.ROOT));
        }
        return 0;
    }
}
