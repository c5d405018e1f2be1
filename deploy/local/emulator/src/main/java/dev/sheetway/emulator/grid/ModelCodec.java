package dev.sheetway.emulator.grid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored form of the structure of a spreadsheet: one JSON document, a few kilobytes. */
public final class ModelCodec {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelCodec() {}

    public static ObjectNode encode(SpreadsheetModel model) {
        ObjectNode json = JSON.objectNode();
        json.put("id", model.id());
        json.set("properties", model.properties());
        ArrayNode ranges = json.putArray("namedRanges");
        model.namedRanges().values().forEach(range -> ranges.add(range.json()));
        ArrayNode metadata = json.putArray("metadata");
        model.metadata().values().forEach(entry -> metadata.add(encode(entry)));
        ArrayNode sheets = json.putArray("sheets");
        model.sheets().forEach(sheet -> sheets.add(encode(sheet)));
        return json;
    }

    public static SpreadsheetModel decode(JsonNode json) {
        SpreadsheetModel model = new SpreadsheetModel(
                json.get("id").textValue(), (ObjectNode) json.get("properties").deepCopy());
        for (JsonNode range : json.get("namedRanges")) {
            String id = range.get("namedRangeId").textValue();
            GridBox box = range.has("range") ? GridBox.of(range.get("range")) : null;
            model.namedRanges().put(id, new NamedRange(id, range.get("name").textValue(), box));
        }
        for (JsonNode entry : json.get("metadata")) {
            Metadata metadata = metadata(entry);
            model.metadata().put(metadata.id(), metadata);
        }
        json.get("sheets").forEach(sheet -> model.sheets().add(sheet(sheet)));
        return model;
    }

    private static ObjectNode encode(Metadata entry) {
        ObjectNode json = JSON.objectNode();
        json.put("id", entry.id()).put("key", entry.key()).put("visibility", entry.visibility());
        if (entry.value() != null) {
            json.put("value", entry.value());
        }
        switch (entry.place()) {
            case Metadata.Place.Whole whole -> {}
            case Metadata.Place.OnSheet on -> json.put("sheetId", on.sheetId());
            case Metadata.Place.OnDimension on ->
                json.put("sheetId", on.sheetId()).put("rows", on.rows()).put("dimension", on.dimensionId());
        }
        return json;
    }

    private static Metadata metadata(JsonNode json) {
        Metadata.Place place;
        if (json.has("dimension")) {
            place = new Metadata.Place.OnDimension(
                    json.get("sheetId").intValue(),
                    json.get("rows").booleanValue(),
                    json.get("dimension").intValue());
        } else if (json.has("sheetId")) {
            place = new Metadata.Place.OnSheet(json.get("sheetId").intValue());
        } else {
            place = new Metadata.Place.Whole();
        }
        return new Metadata(
                json.get("id").intValue(),
                json.get("key").textValue(),
                json.has("value") ? json.get("value").textValue() : null,
                json.get("visibility").textValue(),
                place);
    }

    private static ObjectNode encode(SheetModel sheet) {
        ObjectNode json = JSON.objectNode();
        json.put("uid", sheet.uid()).put("sheetId", sheet.sheetId()).put("title", sheet.title());
        json.put("hidden", sheet.hidden());
        json.set("look", sheet.look());
        json.set("rows", encode(sheet.rows()));
        json.set("columns", encode(sheet.columns()));
        ArrayNode merges = json.putArray("merges");
        sheet.merges().forEach(box -> merges.add(box.json()));
        ArrayNode protections = json.putArray("protections");
        for (Protection protection : sheet.protections()) {
            ObjectNode one = protections.addObject();
            one.put("id", protection.id()).set("box", protection.box().json());
            ArrayNode open = one.putArray("open");
            protection.open().forEach(box -> open.add(box.json()));
            one.set("rest", protection.rest());
        }
        ArrayNode formats = json.putArray("conditionalFormats");
        for (ConditionalFormat format : sheet.conditionalFormats()) {
            ObjectNode one = formats.addObject();
            ArrayNode boxes = one.putArray("boxes");
            format.boxes().forEach(box -> boxes.add(box.json()));
            one.set("rule", format.rule());
        }
        json.set("rowGroups", groups(sheet.groups(true)));
        json.set("columnGroups", groups(sheet.groups(false)));
        Filter filter = sheet.filter();
        if (filter != null) {
            ObjectNode one = json.putObject("filter");
            one.set("box", filter.box().json());
            one.set("rest", filter.rest());
        }
        return json;
    }

    private static SheetModel sheet(JsonNode json) {
        SheetModel sheet = new SheetModel(
                json.get("uid").intValue(),
                json.get("sheetId").intValue(),
                json.get("title").textValue(),
                axis(json.get("rows")),
                axis(json.get("columns")));
        sheet.hidden(json.get("hidden").booleanValue());
        sheet.look((ObjectNode) json.get("look"));
        json.get("merges").forEach(box -> sheet.merges().add(GridBox.of(box)));
        for (JsonNode one : json.get("protections")) {
            sheet.protections()
                    .add(new Protection(
                            one.get("id").intValue(), GridBox.of(one.get("box")), boxes(one.get("open")), (ObjectNode)
                                    one.get("rest")));
        }
        for (JsonNode one : json.get("conditionalFormats")) {
            sheet.conditionalFormats()
                    .add(new ConditionalFormat(boxes(one.get("boxes")), (ObjectNode) one.get("rule")));
        }
        readGroups(json.get("rowGroups"), sheet.groups(true));
        readGroups(json.get("columnGroups"), sheet.groups(false));
        if (json.has("filter")) {
            JsonNode one = json.get("filter");
            sheet.filter(new Filter(GridBox.of(one.get("box")), (ObjectNode) one.get("rest")));
        }
        return sheet;
    }

    private static List<GridBox> boxes(JsonNode json) {
        List<GridBox> boxes = new ArrayList<>();
        json.forEach(box -> boxes.add(GridBox.of(box)));
        return List.copyOf(boxes);
    }

    private static ArrayNode groups(List<Group> groups) {
        ArrayNode json = JSON.arrayNode();
        groups.forEach(group -> json.addArray()
                .add(group.start())
                .add(group.end())
                .add(group.depth())
                .add(group.collapsed()));
        return json;
    }

    private static void readGroups(JsonNode json, List<Group> into) {
        json.forEach(group -> into.add(new Group(
                group.get(0).intValue(),
                group.get(1).intValue(),
                group.get(2).intValue(),
                group.get(3).booleanValue())));
    }

    private static ObjectNode encode(Axis axis) {
        ObjectNode json = JSON.objectNode();
        json.put("nextId", axis.nextId());
        ArrayNode runs = json.putArray("runs");
        for (int value : axis.runs()) {
            runs.add(value);
        }
        ArrayNode props = json.putArray("props");
        axis.props()
                .forEach((id, one) ->
                        props.addArray().add(id).add(one.pixelSize()).add(one.hiddenByUser()));
        return json;
    }

    private static Axis axis(JsonNode json) {
        int[] runs = new int[json.get("runs").size()];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = json.get("runs").get(i).intValue();
        }
        Map<Integer, DimensionProps> props = new HashMap<>();
        for (JsonNode one : json.get("props")) {
            props.put(
                    one.get(0).intValue(),
                    new DimensionProps(one.get(1).intValue(), one.get(2).booleanValue()));
        }
        return Axis.ofRuns(runs, json.get("nextId").intValue(), props);
    }
}
