package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.ConditionalFormat;
import dev.sheetway.emulator.grid.Filter;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.Group;
import dev.sheetway.emulator.grid.Metadata;
import dev.sheetway.emulator.grid.Protection;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import java.util.List;

/** A sheet without its cells, as the API shows it: what is empty is left out, {@code sheetId} and {@code index} never [REC]. */
public final class SheetJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> GRID_LOOK = List.of(
            "frozenRowCount", "frozenColumnCount", "hideGridlines", "rowGroupControlAfter", "columnGroupControlAfter");

    private SheetJson() {}

    public static ObjectNode properties(SpreadsheetModel model, SheetModel sheet) {
        ObjectNode json = JSON.objectNode();
        json.put("sheetId", sheet.sheetId()).put("title", sheet.title());
        json.put("index", model.sheets().indexOf(sheet)).put("sheetType", "GRID");
        ObjectNode grid = json.putObject("gridProperties");
        grid.put("rowCount", sheet.rows().size())
                .put("columnCount", sheet.columns().size());
        sheet.look().properties().forEach(entry -> {
            if (GRID_LOOK.contains(entry.getKey())) {
                grid.set(entry.getKey(), entry.getValue());
            } else {
                json.set(entry.getKey(), entry.getValue());
            }
        });
        if (sheet.hidden()) {
            json.put("hidden", true);
        }
        return json;
    }

    /** Merges, protections, groups and the like, added to the sheet. */
    static void structure(SpreadsheetModel model, SheetModel sheet, String requester, ObjectNode json) {
        list(json, "merges", sheet.merges().stream().map(GridBox::json).toList());
        list(
                json,
                "conditionalFormats",
                sheet.conditionalFormats().stream().map(SheetJson::conditional).toList());
        list(
                json,
                "protectedRanges",
                sheet.protections().stream().map(p -> protection(p, requester)).toList());
        Filter filter = sheet.filter();
        if (filter != null) {
            json.set("basicFilter", filter(filter));
        }
        list(
                json,
                "developerMetadata",
                model.metadata().values().stream()
                        .filter(entry ->
                                entry.place() instanceof Metadata.Place.OnSheet on && on.sheetId() == sheet.sheetId())
                        .map(entry -> MetadataJson.of(entry, model))
                        .toList());
        list(
                json,
                "rowGroups",
                sheet.groups(true).stream().map(g -> group(g, sheet, true)).toList());
        list(
                json,
                "columnGroups",
                sheet.groups(false).stream().map(g -> group(g, sheet, false)).toList());
    }

    static void list(ObjectNode json, String field, List<ObjectNode> elements) {
        if (!elements.isEmpty()) {
            json.putArray(field).addAll(elements);
        }
    }

    private static ObjectNode filter(Filter filter) {
        ObjectNode json = JSON.objectNode();
        json.set("range", filter.box().json());
        return json.setAll(filter.rest());
    }

    public static ObjectNode conditional(ConditionalFormat format) {
        ObjectNode json = JSON.objectNode();
        ArrayNode ranges = json.putArray("ranges");
        format.boxes().forEach(box -> ranges.add(box.json()));
        return json.setAll(format.rule());
    }

    /** A protection as a caller sees it. */
    public static ObjectNode protection(Protection protection, String requester) {
        ObjectNode json = JSON.objectNode();
        json.put("protectedRangeId", protection.id());
        json.set("range", protection.box().json());
        json.setAll(protection.rest());
        if (!protection.names(requester)) {
            // only those who may edit see who may [DISC]
            json.remove("editors");
        }
        if (!protection.open().isEmpty()) {
            ArrayNode open = json.putArray("unprotectedRanges");
            protection.open().forEach(box -> open.add(box.json()));
        }
        if (protection.warningOnly() || protection.names(requester)) {
            json.put("requestingUserCanEdit", true);
        }
        return json;
    }

    public static ObjectNode group(Group group, SheetModel sheet, boolean rows) {
        ObjectNode json = JSON.objectNode();
        ObjectNode range = json.putObject("range");
        if (sheet.sheetId() != 0) {
            range.put("sheetId", sheet.sheetId());
        }
        range.put("dimension", rows ? "ROWS" : "COLUMNS");
        range.put("startIndex", group.start()).put("endIndex", group.end());
        json.put("depth", group.depth());
        return group.collapsed() ? json.put("collapsed", true) : json;
    }
}
