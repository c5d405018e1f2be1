package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.ConditionalFormat;
import dev.sheetway.emulator.grid.Filter;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.Group;
import dev.sheetway.emulator.grid.Metadata;
import dev.sheetway.emulator.grid.Protection;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import java.util.ArrayList;
import java.util.List;

/** The structure of a sheet that a Spreadsheet resource gives: merges, protections, formats by condition, groups, metadata. */
record NewStructure(Ids ids, String owner) {

    void add(SpreadsheetModel model, SheetModel sheet, ObjectNode given) {
        sheet.merges().addAll(boxes(sheet, given.path("merges")));
        for (JsonNode format : given.path("conditionalFormats")) {
            ObjectNode rule = ((ObjectNode) format).deepCopy();
            rule.remove("ranges");
            sheet.conditionalFormats().add(new ConditionalFormat(boxes(sheet, format.path("ranges")), rule));
        }
        if (given.path("basicFilter") instanceof ObjectNode filter) {
            ObjectNode rest = filter.deepCopy();
            rest.remove("range");
            sheet.filter(new Filter(GridBox.of(filter.path("range")).onSheet(sheet.sheetId()), rest));
        }
        given.path("protectedRanges").forEach(json -> sheet.protections().add(protection(model, sheet, json)));
        addGroups(sheet, true, given.path("rowGroups"));
        addGroups(sheet, false, given.path("columnGroups"));
        addMetadata(model, given.path("developerMetadata"));
    }

    private static List<GridBox> boxes(SheetModel sheet, JsonNode ranges) {
        List<GridBox> boxes = new ArrayList<>();
        ranges.forEach(range -> boxes.add(GridBox.of(range).onSheet(sheet.sheetId())));
        return List.copyOf(boxes);
    }

    /** The owner may always edit; others only when they are named. */
    private Protection protection(SpreadsheetModel model, SheetModel sheet, JsonNode json) {
        int asked = json.path("protectedRangeId").asInt();
        int id = asked > 0 && !taken(model, asked) ? asked : ids.number(n -> taken(model, n));
        ObjectNode rest = ((ObjectNode) json).deepCopy();
        rest.remove(List.of("protectedRangeId", "range", "unprotectedRanges", "requestingUserCanEdit"));
        if (!json.path("warningOnly").asBoolean()) {
            ObjectNode editors = rest.withObject("/editors");
            List<String> users = new ArrayList<>();
            editors.path("users").forEach(user -> users.add(user.asText()));
            if (!users.contains(owner)) {
                editors.withArray("users").add(owner);
            }
        }
        GridBox box = GridBox.of(json.path("range")).onSheet(sheet.sheetId());
        return new Protection(id, box, boxes(sheet, json.path("unprotectedRanges")), rest);
    }

    private static boolean taken(SpreadsheetModel model, int id) {
        return model.sheets().stream()
                .anyMatch(sheet -> sheet.protections().stream().anyMatch(p -> p.id() == id));
    }

    private static void addGroups(SheetModel sheet, boolean rows, JsonNode groups) {
        for (JsonNode group : groups) {
            JsonNode range = group.path("range");
            sheet.groups(rows)
                    .add(new Group(
                            range.path("startIndex").asInt(),
                            range.path("endIndex").asInt(sheet.axis(rows).size()),
                            Math.max(1, group.path("depth").asInt(1)),
                            group.path("collapsed").asBoolean()));
        }
    }

    void addMetadata(SpreadsheetModel model, JsonNode list) {
        for (JsonNode json : list) {
            int asked = json.path("metadataId").asInt();
            boolean free = asked > 0 && !model.metadata().containsKey(asked);
            int id = free ? asked : ids.number(model.metadata()::containsKey);
            Metadata entry = new Metadata(
                    id,
                    json.path("metadataKey").asText(),
                    json.path("metadataValue").asText(null),
                    json.path("visibility").asText("DOCUMENT"),
                    json.has("location") ? DataFilters.place(model, json.get("location")) : new Metadata.Place.Whole());
            model.metadata().put(id, entry);
        }
    }
}
