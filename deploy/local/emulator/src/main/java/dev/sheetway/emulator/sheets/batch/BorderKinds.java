package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.sheets.Formats;
import dev.sheetway.emulator.sheets.Ranges;
import org.jspecify.annotations.Nullable;

/** Borders: outer and inner lines of a range, kept in the formats of its cells [DISC]. */
final class BorderKinds {

    private BorderKinds() {}

    static void update(BatchContext batch, ObjectNode request) {
        Ranges.Target target = batch.writable(BatchContext.object(request, "range"));
        Area area = target.area();
        batch.change(target.sheet(), area, (cell, r, c) -> {
            Cell changed = cell;
            changed = line(batch, changed, "top", request.get(r == area.startRow() ? "top" : "innerHorizontal"));
            changed =
                    line(batch, changed, "bottom", request.get(r == area.endRow() - 1 ? "bottom" : "innerHorizontal"));
            changed = line(batch, changed, "left", request.get(c == area.startColumn() ? "left" : "innerVertical"));
            return line(batch, changed, "right", request.get(c == area.endColumn() - 1 ? "right" : "innerVertical"));
        });
    }

    private static Cell line(BatchContext batch, Cell cell, String side, @Nullable JsonNode border) {
        if (border == null) {
            return cell;
        }
        ObjectNode format = batch.styles().style(cell.format()).deepCopy();
        ObjectNode borders = format.withObject("/borders");
        if (border.path("style").asText().equals("NONE")) {
            borders.remove(side);
        } else {
            borders.set(side, Formats.complete((ObjectNode) border));
        }
        if (borders.isEmpty()) {
            format.remove("borders");
        }
        return cell.withFormat(batch.styles().idOf(format));
    }
}
