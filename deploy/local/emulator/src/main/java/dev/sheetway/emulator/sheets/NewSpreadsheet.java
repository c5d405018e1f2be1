package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Axis;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.grid.DimensionProps;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.NamedRange;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.sheets.batch.SheetKinds;
import dev.sheetway.emulator.sheets.batch.SheetPropertiesKind;
import dev.sheetway.emulator.store.Transaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a spreadsheet from a Spreadsheet resource: what {@code spreadsheets.create} is given, or what was read from a
 * workbook. Only for a workbook are results of formulas taken over: they were computed by a real spreadsheet program.
 */
public final class NewSpreadsheet {

    private final Transaction tx;
    private final Ids ids;
    private final boolean imported;
    private final NewStructure structure;

    /**
     * @param imported whether the resource comes from a workbook
     * @param owner e-mail of the owner, who may edit what is protected
     */
    public NewSpreadsheet(Transaction tx, Ids ids, boolean imported, String owner) {
        this.tx = tx;
        this.ids = ids;
        this.imported = imported;
        this.structure = new NewStructure(ids, owner);
    }

    /** Builds the structure and puts the cells into the transaction. */
    public SpreadsheetModel build(String id, ObjectNode resource) {
        SpreadsheetModel model = new SpreadsheetModel(id, properties(resource.path("properties")));
        for (JsonNode sheet : resource.path("sheets")) {
            addSheet(model, (ObjectNode) sheet);
        }
        if (model.sheets().isEmpty()) {
            addSheet(model, JsonNodeFactory.instance.objectNode());
        }
        for (JsonNode range : resource.path("namedRanges")) {
            String rangeId = range.path("namedRangeId").asText();
            if (rangeId.isEmpty()) {
                rangeId = Integer.toString(ids.number(n -> model.namedRanges().containsKey(Integer.toString(n))));
            }
            GridBox box = GridBox.of(range.path("range"));
            model.namedRanges()
                    .put(rangeId, new NamedRange(rangeId, range.path("name").asText(), box));
        }
        structure.addMetadata(model, resource.path("developerMetadata"));
        return model;
    }

    /** Locale en_US, time zone Etc/GMT and the title {@code Untitled spreadsheet} unless told [REC; title KNOW]. */
    public static ObjectNode properties(JsonNode given) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("title", given.path("title").asText("Untitled spreadsheet"));
        properties.put("locale", given.path("locale").asText("en_US"));
        properties.put("autoRecalc", given.path("autoRecalc").asText("ON_CHANGE"));
        properties.put("timeZone", given.path("timeZone").asText("Etc/GMT"));
        for (String field : List.of("iterativeCalculationSettings", "spreadsheetTheme")) {
            if (given.has(field)) {
                properties.set(field, given.get(field));
            }
        }
        return properties;
    }

    /** The first sheet has id 0, others a random one [REC]; in an imported file none is 0 [REC 845285688]. */
    private void addSheet(SpreadsheetModel model, ObjectNode given) {
        JsonNode properties = given.path("properties");
        JsonNode grid = properties.path("gridProperties");
        boolean first = model.sheets().isEmpty();
        int sheetId = properties.has("sheetId")
                ? properties.get("sheetId").intValue()
                : first && !imported ? 0 : ids.number(n -> model.sheet(n).isPresent());
        if (model.sheet(sheetId).isPresent()) {
            throw ApiException.invalid("Sheet with id " + sheetId + " already exists.");
        }
        String title = properties.path("title").asText("Sheet" + (model.sheets().size() + 1));
        SheetKinds.checkTitle(model, title);
        int[] used = used(given.path("data"));
        SheetModel sheet = new SheetModel(
                tx.newSheetUid(),
                sheetId,
                title,
                Axis.ofSize(Math.max(used[0], grid.path("rowCount").asInt(1000))),
                Axis.ofSize(Math.max(used[1], grid.path("columnCount").asInt(26))));
        sheet.hidden(properties.path("hidden").asBoolean());
        model.sheets().add(sheet);
        if (properties.isObject()) {
            SheetPropertiesKind.look(sheet, properties);
        }
        structure.add(model, sheet, given);
        for (JsonNode data : given.path("data")) {
            fill(model, sheet, data);
        }
    }

    private static int[] used(JsonNode list) {
        int rows = 1;
        int columns = 1;
        for (JsonNode data : list) {
            rows = Math.max(
                    rows, data.path("startRow").asInt() + data.path("rowData").size());
            for (JsonNode row : data.path("rowData")) {
                columns = Math.max(
                        columns,
                        data.path("startColumn").asInt() + row.path("values").size());
            }
        }
        return new int[] {rows, columns};
    }

    private void fill(SpreadsheetModel model, SheetModel sheet, JsonNode data) {
        int startRow = data.path("startRow").asInt();
        int startColumn = data.path("startColumn").asInt();
        sheet.rows(withProps(sheet.rows(), startRow, data.path("rowMetadata")));
        sheet.columns(withProps(sheet.columns(), startColumn, data.path("columnMetadata")));
        CellPatch patch = new CellPatch(model, tx.styles());
        int r = startRow;
        for (JsonNode rowData : data.path("rowData")) {
            Row row = tx.row(sheet.uid(), sheet.rows().id(r));
            int c = startColumn;
            for (JsonNode value : rowData.path("values")) {
                if (value instanceof ObjectNode cell && !cell.isEmpty()) {
                    row = row.with(sheet.columns().id(c), cell(patch, cell));
                }
                c++;
            }
            if (row.size() > 0) {
                tx.put(sheet.uid(), sheet.rows().id(r), row);
            }
            r++;
        }
    }

    private static Axis withProps(Axis axis, int start, JsonNode metadata) {
        Map<Integer, DimensionProps> props = new HashMap<>();
        int index = start;
        for (JsonNode one : metadata) {
            if (index < axis.size()) {
                boolean hidden = one.path("hiddenByUser").asBoolean();
                props.put(index, new DimensionProps(one.path("pixelSize").asInt(), hidden));
            }
            index++;
        }
        return props.isEmpty() ? axis : axis.withProps(props);
    }

    private Cell cell(CellPatch patch, ObjectNode data) {
        Cell cell = patch.apply(Cell.EMPTY, data, FieldMask.ALL);
        if (imported && cell.formula() != null && data.has("effectiveValue")) {
            String shown =
                    data.has("formattedValue") ? data.get("formattedValue").asText() : null;
            CellValue result = value(data.get("effectiveValue"));
            cell = new Cell(cell.formula(), result, shown, cell.format(), cell.validation(), cell.extra(), cell.note());
        } else if (imported && data.has("formattedValue")) {
            String shown = data.get("formattedValue").asText();
            cell = new Cell(null, cell.value(), shown, cell.format(), cell.validation(), cell.extra(), cell.note());
        }
        return data.has("hyperlink") ? cell.withExtra(link(cell.extra(), data.get("hyperlink"))) : cell;
    }

    private int link(int extra, JsonNode hyperlink) {
        ObjectNode with = tx.styles().style(extra).deepCopy();
        with.set("hyperlink", hyperlink);
        return tx.styles().idOf(with);
    }

    private static @Nullable CellValue value(JsonNode extended) {
        if (extended.has("numberValue")) {
            return new CellValue.Number(extended.get("numberValue").doubleValue());
        }
        if (extended.has("stringValue")) {
            return new CellValue.Text(extended.get("stringValue").asText());
        }
        if (extended.has("boolValue")) {
            return new CellValue.Bool(extended.get("boolValue").booleanValue());
        }
        if (extended.has("errorValue")) {
            JsonNode error = extended.get("errorValue");
            return new CellValue.Failure(
                    error.path("type").asText("ERROR"), error.path("message").asText());
        }
        return null;
    }
}
