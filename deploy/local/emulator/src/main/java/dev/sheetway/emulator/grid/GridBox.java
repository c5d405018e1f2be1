package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.formula.AxisChange;
import dev.sheetway.emulator.formula.Span;
import org.jspecify.annotations.Nullable;

/** A GridRange: 0-based, half open, null where unbounded. */
public record GridBox(
        int sheetId,
        @Nullable Integer startRow,
        @Nullable Integer endRow,
        @Nullable Integer startColumn,
        @Nullable Integer endColumn) {

    private static final int FAR = Integer.MAX_VALUE / 2;

    public static GridBox of(JsonNode json) {
        return new GridBox(
                json.path("sheetId").asInt(),
                integer(json, "startRowIndex"),
                integer(json, "endRowIndex"),
                integer(json, "startColumnIndex"),
                integer(json, "endColumnIndex"));
    }

    public static GridBox of(int sheetId, Area area) {
        return new GridBox(sheetId, area.startRow(), area.endRow(), area.startColumn(), area.endColumn());
    }

    private static @Nullable Integer integer(JsonNode json, String field) {
        JsonNode value = json.get(field);
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    /** As Google prints it: a sheetId of 0 is left out, an index of 0 is not [REC]. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (sheetId != 0) {
            json.put("sheetId", sheetId);
        }
        put(json, "startRowIndex", startRow);
        put(json, "endRowIndex", endRow);
        put(json, "startColumnIndex", startColumn);
        put(json, "endColumnIndex", endColumn);
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable Integer value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    public boolean isWholeSheet() {
        return startRow == null && endRow == null && startColumn == null && endColumn == null;
    }

    /** The rectangle on a grid of some size; not clipped. */
    public Area area(int rowCount, int columnCount) {
        return new Area(
                startRow == null ? 0 : startRow,
                endRow == null ? rowCount : endRow,
                startColumn == null ? 0 : startColumn,
                endColumn == null ? columnCount : endColumn);
    }

    public GridBox onSheet(int otherSheetId) {
        return new GridBox(otherSheetId, startRow, endRow, startColumn, endColumn);
    }

    /** The box after an axis of its sheet changed; null when nothing is left of it. */
    public @Nullable GridBox shifted(AxisChange change) {
        Integer start = change.rows() ? startRow : startColumn;
        Integer end = change.rows() ? endRow : endColumn;
        if (start == null && end == null) {
            return this;
        }
        Span span = change.apply(new Span(start == null ? 0 : start, end == null ? FAR : end));
        if (span == null) {
            return null;
        }
        Integer newStart = start == null ? null : Integer.valueOf(span.start());
        Integer newEnd = end == null ? null : Integer.valueOf(span.end());
        return change.rows()
                ? new GridBox(sheetId, newStart, newEnd, startColumn, endColumn)
                : new GridBox(sheetId, startRow, endRow, newStart, newEnd);
    }
}
