package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.ConditionalFormat;
import dev.sheetway.emulator.grid.Filter;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.sheets.Formats;
import dev.sheetway.emulator.sheets.Ranges;
import dev.sheetway.emulator.sheets.SheetJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The basic filter and conditional formats: stored and shown, never applied to what is read. */
final class FilterKinds {

    private FilterKinds() {}

    /** The range is stored with its bounds filled in from the grid [KNOW]. */
    static void set(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "filter");
        ObjectNode range = json.path("range") instanceof ObjectNode given ? given : json.objectNode();
        Ranges.Target target = Ranges.grid(batch.model(), range);
        Area area = target.area();
        ObjectNode rest = json.deepCopy();
        rest.remove("range");
        target.sheet().filter(new Filter(GridBox.of(target.sheet().sheetId(), area), rest));
    }

    static void clear(BatchContext batch, ObjectNode request) {
        batch.sheet(request).filter(null);
    }

    static void addConditionalFormat(BatchContext batch, ObjectNode request) {
        ConditionalFormat added = conditionalFormat(batch, BatchContext.object(request, "rule"));
        List<ConditionalFormat> formats =
                Ranges.sheet(batch.model(), added.boxes().getFirst().sheetId()).conditionalFormats();
        int index = request.path("index").asInt();
        if (index < 0 || index > formats.size()) {
            throw ApiException.invalid("index is out of bounds.");
        }
        formats.add(index, added);
    }

    /** Replaces a rule, or moves it: the new index counts after its removal [DISC]. */
    static Optional<ObjectNode> updateConditionalFormat(BatchContext batch, ObjectNode request) {
        ConditionalFormat replacement =
                request.has("rule") ? conditionalFormat(batch, BatchContext.object(request, "rule")) : null;
        SheetModel sheet = replacement == null
                ? batch.sheet(request)
                : Ranges.sheet(batch.model(), replacement.boxes().getFirst().sheetId());
        List<ConditionalFormat> formats = sheet.conditionalFormats();
        int index = request.path("index").asInt();
        int newIndex = replacement == null ? request.path("newIndex").asInt(-1) : index;
        if (index < 0 || index >= formats.size() || newIndex < 0 || newIndex >= formats.size()) {
            throw ApiException.invalid("No conditional format on sheet: " + sheet.sheetId() + " at index: " + index);
        }
        ConditionalFormat old = formats.remove(index);
        formats.add(newIndex, replacement == null ? old : replacement);
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("newRule", SheetJson.conditional(formats.get(newIndex)));
        reply.put("newIndex", newIndex);
        if (replacement == null) {
            reply.put("oldIndex", index);
        } else {
            reply.set("oldRule", SheetJson.conditional(old));
        }
        return Optional.of(reply);
    }

    private static ConditionalFormat conditionalFormat(BatchContext batch, ObjectNode json) {
        List<GridBox> boxes = new ArrayList<>();
        for (JsonNode range : json.path("ranges")) {
            Ranges.grid(batch.model(), range);
            boxes.add(GridBox.of(range));
        }
        if (boxes.isEmpty()) {
            throw ApiException.invalid("A conditional format rule must have at least one range.");
        }
        ObjectNode rule = Formats.complete(json);
        rule.remove("ranges");
        return new ConditionalFormat(List.copyOf(boxes), rule);
    }

    static Optional<ObjectNode> deleteConditionalFormat(BatchContext batch, ObjectNode request) {
        SheetModel sheet = batch.sheet(request);
        int index = request.path("index").asInt();
        if (index < 0 || index >= sheet.conditionalFormats().size()) {
            throw ApiException.invalid("No conditional format on sheet: " + sheet.sheetId() + " at index: " + index);
        }
        ConditionalFormat removed = sheet.conditionalFormats().remove(index);
        return Optional.of(JsonNodeFactory.instance.objectNode().set("rule", SheetJson.conditional(removed)));
    }
}
