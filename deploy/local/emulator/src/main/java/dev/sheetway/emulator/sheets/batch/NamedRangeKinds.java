package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.GridBox;
import dev.sheetway.emulator.grid.NamedRange;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.sheets.Ranges;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Named ranges. An id or a name that exists is an error [DISC id, L3P name]; a name stays taken after its cells are gone. */
final class NamedRangeKinds {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,249}");
    private static final Pattern LIKE_A1 = Pattern.compile("(?i)[A-Z]{1,3}[0-9]+|R[0-9]+C[0-9]+|true|false");

    private NamedRangeKinds() {}

    static Optional<ObjectNode> add(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "namedRange");
        String name = name(json);
        Map<String, NamedRange> ranges = batch.model().namedRanges();
        if (batch.model().namedRange(name).isPresent()
                && batch.settings().duplicateNamedRangeName() == Settings.DuplicateName.REFUSE) {
            throw taken(name);
        }
        GridBox box = box(batch, json);
        String id = id(batch, json.path("namedRangeId").asText());
        NamedRange range = new NamedRange(id, name, box);
        ranges.put(id, range);
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("namedRange", range.json());
        return Optional.of(reply);
    }

    private static String id(BatchContext batch, String asked) {
        Map<String, NamedRange> ranges = batch.model().namedRanges();
        if (!asked.isEmpty() && !ranges.containsKey(asked)) {
            return asked;
        }
        if (!asked.isEmpty()) {
            switch (batch.settings().duplicateNamedRangeId()) {
                case REFUSE ->
                    throw ApiException.invalid(
                            "Cannot add named range with ID " + asked + ", a named range with that ID already exists.");
                case REPLACE -> {
                    return asked;
                }
                case ASSIGN_ANOTHER -> {}
            }
        }
        return Integer.toString(batch.ids().number(n -> ranges.containsKey(Integer.toString(n))));
    }

    private static ApiException taken(String name) {
        return ApiException.invalid(
                "Cannot add named range with name " + name + ", a named range with that name already exists.");
    }

    private static String name(ObjectNode json) {
        String name = json.path("name").asText();
        if (!NAME.matcher(name).matches() || LIKE_A1.matcher(name).matches()) {
            throw ApiException.invalid("Invalid name for named range: " + name);
        }
        return name;
    }

    private static GridBox box(BatchContext batch, ObjectNode json) {
        ObjectNode range = BatchContext.object(json, "range");
        Ranges.grid(batch.model(), range);
        return GridBox.of(range);
    }

    static void update(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "namedRange");
        String fields = request.path("fields").asText();
        if (fields.isBlank()) {
            throw ApiException.invalid(
                    "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
        }
        FieldMask mask = FieldMask.parse(fields).check("NamedRange");
        NamedRange before = existing(batch, json.path("namedRangeId").asText());
        String name = mask.selects("name") ? name(json) : before.name();
        Optional<NamedRange> other = batch.model().namedRange(name);
        if (other.isPresent() && !other.get().id().equals(before.id())) {
            throw taken(name);
        }
        GridBox box = mask.selects("range") ? box(batch, json) : before.box();
        batch.model().namedRanges().put(before.id(), new NamedRange(before.id(), name, box));
    }

    static void delete(BatchContext batch, ObjectNode request) {
        NamedRange range = existing(batch, request.path("namedRangeId").asText());
        if (batch.settings().addThenDeleteNamedRangeInOneBatch() == Settings.InOneBatch.REFUSE
                && batch.kindsSoFar().contains("addNamedRange")) {
            throw missing(range.id());
        }
        batch.model().namedRanges().remove(range.id());
    }

    private static NamedRange existing(BatchContext batch, String id) {
        NamedRange range = batch.model().namedRanges().get(id);
        if (range == null) {
            throw missing(id);
        }
        return range;
    }

    private static ApiException missing(String id) {
        return ApiException.invalid("Cannot find named range with id: " + id);
    }
}
