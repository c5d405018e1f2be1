package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.NamedRange;
import dev.sheetway.emulator.grid.Protection;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.sheets.Ranges;
import dev.sheetway.emulator.sheets.SheetJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Protected ranges. Without {@code editors} every editor of the file is named, and so nobody is kept out [L3P]. */
final class ProtectionKinds {

    private static final List<String> REST = List.of("description", "warningOnly", "namedRangeId", "editors");

    private ProtectionKinds() {}

    /** The reply repeats the editors as sent; a read then also names the one who protected [REC]. */
    static Optional<ObjectNode> add(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "protectedRange");
        GridBox box = box(batch, json);
        SheetModel sheet = Ranges.sheet(batch.model(), box.sheetId());
        if (box.isWholeSheet()
                && sheet.protections().stream().anyMatch(p -> p.box().isWholeSheet())) {
            throw ApiException.invalid("Sheet \"" + sheet.title() + "\" already has sheet protection.");
        }
        int id = json.path("protectedRangeId").asInt();
        if (id != 0 && find(batch, id) != null) {
            throw ApiException.invalid(
                    "Cannot add protected range with ID " + id + ", a protected range with that ID already exists.");
        }
        if (id == 0) {
            id = batch.ids().number(n -> find(batch, n) != null);
        }
        ObjectNode rest = rest(json);
        ObjectNode replyRest = rest.deepCopy();
        if (json.has("editors") && !json.path("warningOnly").asBoolean()) {
            replyRest.set("editors", json.get("editors"));
        }
        rest.set("editors", editors(batch, json));
        Protection protection = new Protection(id, box, boxes(json.path("unprotectedRanges")), rest);
        sheet.protections().add(protection);
        ObjectNode shown = SheetJson.protection(
                new Protection(id, box, protection.open(), replyRest),
                batch.protections().email());
        if (replyRest.has("editors")) {
            shown.set("editors", replyRest.get("editors"));
        }
        shown.put("requestingUserCanEdit", true);
        return Optional.of(JsonNodeFactory.instance.objectNode().set("protectedRange", shown));
    }

    private static ObjectNode editors(BatchContext batch, ObjectNode json) {
        ObjectNode editors = JsonNodeFactory.instance.objectNode();
        if (json.path("warningOnly").asBoolean()) {
            return editors;
        }
        List<String> users = new ArrayList<>();
        users.add(batch.protections().email());
        if (!users.contains(batch.ownerEmail()) && !batch.ownerEmail().isEmpty()) {
            users.add(batch.ownerEmail());
        }
        if (json.has("editors")) {
            json.get("editors").path("users").forEach(user -> addMissing(users, user.asText()));
        } else {
            batch.editors().forEach(user -> addMissing(users, user));
        }
        ArrayNode list = editors.putArray("users");
        users.forEach(list::add);
        JsonNode groups = json.path("editors").path("groups");
        if (!groups.isEmpty()) {
            editors.set("groups", groups);
        }
        return editors;
    }

    private static void addMissing(List<String> users, String user) {
        if (!users.contains(user)) {
            users.add(user);
        }
    }

    private static ObjectNode rest(ObjectNode json) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (String field : REST) {
            if (json.has(field) && !field.equals("editors")) {
                rest.set(field, json.get(field));
            }
        }
        return rest;
    }

    private static GridBox box(BatchContext batch, ObjectNode json) {
        String named = json.path("namedRangeId").asText();
        if (!named.isEmpty()) {
            NamedRange range = batch.model().namedRanges().get(named);
            if (range == null || range.box() == null) {
                throw ApiException.invalid("Cannot find named range with id: " + named);
            }
            return range.box();
        }
        ObjectNode range = BatchContext.object(json, "range");
        Ranges.grid(batch.model(), range);
        return GridBox.of(range);
    }

    private static List<GridBox> boxes(JsonNode ranges) {
        List<GridBox> boxes = new ArrayList<>();
        ranges.forEach(range -> boxes.add(GridBox.of(range)));
        return List.copyOf(boxes);
    }

    static void update(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "protectedRange");
        String fields = request.path("fields").asText();
        if (fields.isBlank()) {
            throw ApiException.invalid(
                    "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
        }
        FieldMask mask = FieldMask.parse(fields).check("ProtectedRange");
        Protection before = existing(batch, json.path("protectedRangeId").asInt());
        mayEdit(batch, before);
        ObjectNode rest = before.rest().deepCopy();
        for (String field : REST) {
            if (mask.selects(field) && !field.equals("editors")) {
                rest.remove(field);
                if (json.has(field)) {
                    rest.set(field, json.get(field));
                }
            }
        }
        if (mask.selects("editors")) {
            rest.set("editors", editors(batch, json));
        }
        GridBox box = mask.selects("range") && json.has("range") ? box(batch, json) : before.box();
        List<GridBox> open = mask.selects("unprotectedRanges") ? boxes(json.path("unprotectedRanges")) : before.open();
        remove(batch, before);
        Ranges.sheet(batch.model(), box.sheetId()).protections().add(new Protection(before.id(), box, open, rest));
    }

    static void delete(BatchContext batch, ObjectNode request) {
        Protection protection = existing(batch, request.path("protectedRangeId").asInt());
        mayEdit(batch, protection);
        remove(batch, protection);
    }

    private static void mayEdit(BatchContext batch, Protection protection) {
        Ranges.Target target = new Ranges.Target(
                Ranges.sheet(batch.model(), protection.box().sheetId()),
                protection.box().area(Integer.MAX_VALUE, Integer.MAX_VALUE),
                true);
        if (!protection.warningOnly()) {
            batch.protections().check(target.sheet(), target.area());
        }
    }

    private static void remove(BatchContext batch, Protection protection) {
        batch.model().sheets().forEach(sheet -> sheet.protections().removeIf(p -> p.id() == protection.id()));
    }

    private static Protection existing(BatchContext batch, int id) {
        Protection protection = find(batch, id);
        if (protection == null) {
            throw ApiException.invalid("No protected range with id: " + id);
        }
        return protection;
    }

    private static @Nullable Protection find(BatchContext batch, int id) {
        return batch.model().sheets().stream()
                .flatMap(sheet -> sheet.protections().stream())
                .filter(protection -> protection.id() == id)
                .findFirst()
                .orElse(null);
    }
}
