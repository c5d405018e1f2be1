package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Axis;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.Cells;
import dev.sheetway.emulator.grid.DimensionProps;
import dev.sheetway.emulator.grid.Metadata;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.grid.Styles;
import dev.sheetway.emulator.proto.FieldMask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole Spreadsheet resource. Only what the mask selects is computed, so that a chunk of a large sheet stays cheap. */
public final class SpreadsheetJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEFAULT_ROW_HEIGHT = 21;
    private static final int DEFAULT_COLUMN_WIDTH = 100;

    private final SpreadsheetModel model;
    private final Cells cells;
    private final CellJson cellJson;
    private final String requester;
    private final Rows form;

    /** How rows are rendered. */
    public enum Rows {
        /** As nodes, for those who go on working with them. */
        NODES,
        /** As text that is already masked: a tenth of the memory, for an answer. */
        TEXT
    }

    /** @param requester e-mail of the caller, for {@code requestingUserCanEdit} */
    public SpreadsheetJson(SpreadsheetModel model, Cells cells, Styles styles, String requester, Rows form) {
        this.model = model;
        this.cells = cells;
        this.cellJson = new CellJson(styles);
        this.requester = requester;
        this.form = form;
    }

    /**
     * Renders.
     *
     * @param ranges only these parts; empty for all sheets
     * @param gridData whether cells are included
     */
    public ObjectNode render(FieldMask mask, List<Ranges.Target> ranges, boolean gridData) {
        ObjectNode json = JSON.objectNode();
        json.put("spreadsheetId", model.id());
        if (mask.selects("properties")) {
            json.set("properties", properties());
        }
        if (mask.selects("sheets")) {
            ArrayNode sheets = json.putArray("sheets");
            for (SheetModel sheet : model.sheets()) {
                List<Area> areas = ranges.stream()
                        .filter(target -> target.sheet().uid() == sheet.uid())
                        .map(Ranges.Target::area)
                        .toList();
                if (ranges.isEmpty() || !areas.isEmpty()) {
                    sheets.add(
                            sheet(sheet, mask.of("sheets"), areas.isEmpty() ? List.of(sheet.all()) : areas, gridData));
                }
            }
        }
        SheetJson.list(
                json,
                "namedRanges",
                model.namedRanges().values().stream()
                        .filter(range -> range.box() != null)
                        .map(range -> range.json())
                        .toList());
        json.put("spreadsheetUrl", "https://docs.google.com/spreadsheets/d/" + model.id() + "/edit");
        SheetJson.list(
                json,
                "developerMetadata",
                model.metadata().values().stream()
                        .filter(entry -> entry.place() instanceof Metadata.Place.Whole)
                        .map(entry -> MetadataJson.of(entry, model))
                        .toList());
        return json;
    }

    private ObjectNode properties() {
        ObjectNode json = model.properties().deepCopy();
        if (!json.has("defaultFormat")) {
            json.set("defaultFormat", Formats.defaultFormat());
        }
        if (!json.has("spreadsheetTheme")) {
            json.set("spreadsheetTheme", Formats.defaultTheme());
        }
        return json;
    }

    private ObjectNode sheet(SheetModel sheet, FieldMask mask, List<Area> areas, boolean gridData) {
        ObjectNode json = JSON.objectNode();
        json.set("properties", SheetJson.properties(model, sheet));
        if (gridData && mask.selects("data")) {
            ArrayNode data = json.putArray("data");
            areas.forEach(area -> data.add(data(sheet, area, mask.of("data"))));
        }
        SheetJson.structure(model, sheet, requester, json);
        return json;
    }

    private ObjectNode data(SheetModel sheet, Area area, FieldMask mask) {
        ObjectNode json = JSON.objectNode();
        if (area.startRow() != 0) {
            json.put("startRow", area.startRow());
        }
        if (area.startColumn() != 0) {
            json.put("startColumn", area.startColumn());
        }
        if (mask.selects("rowData")) {
            ArrayNode rows = rowData(sheet, area, mask.of("rowData"));
            if (!rows.isEmpty()) {
                json.set("rowData", rows);
            }
        }
        if (mask.selects("rowMetadata")) {
            json.set("rowMetadata", dimensions(sheet, true, area.startRow(), area.endRow()));
        }
        if (mask.selects("columnMetadata")) {
            json.set("columnMetadata", dimensions(sheet, false, area.startColumn(), area.endColumn()));
        }
        return json;
    }

    /** Rows up to the last that has anything, cells up to the last that has anything; what is empty is {@code {}} [REC]. */
    private ArrayNode rowData(SheetModel sheet, Area area, FieldMask mask) {
        ArrayNode rows = JSON.arrayNode();
        int pendingRows = 0;
        for (int r = area.startRow(); r < area.endRow(); r++) {
            Row row = cells.row(sheet.uid(), sheet.rows().id(r));
            ArrayNode values =
                    row.size() == 0 ? JSON.arrayNode() : values(sheet.columns(), row, area, mask.of("values"));
            if (values.isEmpty()) {
                pendingRows++;
                continue;
            }
            for (; pendingRows > 0; pendingRows--) {
                rows.addObject();
            }
            ObjectNode one = JSON.objectNode().set("values", values);
            if (form == Rows.TEXT) {
                rows.addRawValue(new RawValue(mask.apply(one).toString()));
            } else {
                rows.add(one);
            }
        }
        return rows;
    }

    private ArrayNode values(Axis columns, Row row, Area area, FieldMask mask) {
        ArrayNode values = JSON.arrayNode();
        int pending = 0;
        for (int c = area.startColumn(); c < area.endColumn(); c++) {
            Cell cell = row.cell(columns.id(c));
            if (cell.isEmpty()) {
                pending++;
                continue;
            }
            for (; pending > 0; pending--) {
                values.addObject();
            }
            values.add(cellJson.render(cell, mask));
        }
        return values;
    }

    private ArrayNode dimensions(SheetModel sheet, boolean rows, int start, int end) {
        Map<Integer, ArrayNode> metadata = new HashMap<>();
        for (Metadata entry : model.metadata().values()) {
            if (entry.place() instanceof Metadata.Place.OnDimension on
                    && on.sheetId() == sheet.sheetId()
                    && on.rows() == rows) {
                metadata.computeIfAbsent(on.dimensionId(), id -> JSON.arrayNode())
                        .add(MetadataJson.of(entry, model));
            }
        }
        ArrayNode list = JSON.arrayNode();
        Axis axis = sheet.axis(rows);
        for (int i = start; i < end; i++) {
            DimensionProps props = axis.propsAt(i);
            ObjectNode one = list.addObject();
            if (props.hiddenByUser()) {
                one.put("hiddenByUser", true);
            }
            int usual = rows ? DEFAULT_ROW_HEIGHT : DEFAULT_COLUMN_WIDTH;
            one.put("pixelSize", props.pixelSize() == 0 ? usual : props.pixelSize());
            ArrayNode entries = metadata.get(axis.id(i));
            if (entries != null) {
                one.set("developerMetadata", entries);
            }
        }
        return list;
    }
}
