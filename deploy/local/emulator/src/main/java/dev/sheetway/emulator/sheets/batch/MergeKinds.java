package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.Ranges;
import java.util.ArrayList;
import java.util.List;

/** Merged cells [REC]. Merging keeps only the first cell's content [KNOW]. */
final class MergeKinds {

    private MergeKinds() {}

    static void merge(BatchContext batch, ObjectNode request) {
        Ranges.Target target = batch.writable(BatchContext.object(request, "range"));
        SheetModel sheet = target.sheet();
        removeInside(sheet, target.area());
        for (Area area : split(target.area(), request.path("mergeType").asText("MERGE_ALL"))) {
            if (area.rows() * area.columns() > 1) {
                sheet.merges().add(GridBox.of(sheet.sheetId(), area));
                batch.change(
                        sheet,
                        area,
                        (cell, r, c) ->
                                r == area.startRow() && c == area.startColumn() ? cell : cell.withLiteral(null));
            }
        }
    }

    private static List<Area> split(Area area, String type) {
        List<Area> parts = new ArrayList<>();
        switch (type) {
            case "MERGE_COLUMNS" -> {
                for (int c = area.startColumn(); c < area.endColumn(); c++) {
                    parts.add(new Area(area.startRow(), area.endRow(), c, c + 1));
                }
            }
            case "MERGE_ROWS" -> {
                for (int r = area.startRow(); r < area.endRow(); r++) {
                    parts.add(new Area(r, r + 1, area.startColumn(), area.endColumn()));
                }
            }
            default -> parts.add(area);
        }
        return parts;
    }

    static void unmerge(BatchContext batch, ObjectNode request) {
        Ranges.Target target = batch.writable(BatchContext.object(request, "range"));
        removeInside(target.sheet(), target.area());
    }

    private static void removeInside(SheetModel sheet, Area area) {
        List<GridBox> touched = new ArrayList<>();
        for (GridBox box : sheet.merges()) {
            Area merge = box.area(sheet.rows().size(), sheet.columns().size());
            if (merge.intersects(area)) {
                if (!area.contains(merge)) {
                    throw ApiException.invalid("You must select all cells in a merged range to merge or unmerge them.");
                }
                touched.add(box);
            }
        }
        sheet.merges().removeAll(touched);
    }
}
