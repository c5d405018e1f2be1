package dev.sheetway.emulator.sheets.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Metadata;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.sheets.DataFilters;
import dev.sheetway.emulator.sheets.MetadataJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Developer metadata. An explicit id is unique in the spreadsheet and positive [DISC]. */
final class MetadataKinds {

    /** Characters of keys and values, for the spreadsheet and for each sheet [KNOW]. */
    private static final int MAX_CHARACTERS = 30_000;

    private MetadataKinds() {}

    static Optional<ObjectNode> create(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "developerMetadata");
        if (json.path("metadataKey").asText().isEmpty()) {
            throw ApiException.invalid("developerMetadata.metadataKey must be specified.");
        }
        Metadata entry = new Metadata(
                id(batch, json),
                json.get("metadataKey").asText(),
                json.has("metadataValue") ? json.get("metadataValue").asText() : null,
                visibility(json),
                DataFilters.place(batch.model(), json.path("location")));
        batch.model().metadata().put(entry.id(), entry);
        checkSize(batch, entry);
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.set("developerMetadata", MetadataJson.of(entry, batch.model()));
        return Optional.of(reply);
    }

    private static String visibility(JsonNode json) {
        String visibility = json.path("visibility").asText("DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED");
        if (visibility.equals("DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED")) {
            throw ApiException.invalid("developerMetadata.visibility must be specified.");
        }
        return visibility;
    }

    private static int id(BatchContext batch, JsonNode json) {
        if (!json.has("metadataId")) {
            return batch.ids().number(batch.model().metadata()::containsKey);
        }
        int id = json.get("metadataId").intValue();
        if (id <= 0) {
            throw ApiException.invalid("developerMetadata.metadataId must be positive.");
        }
        if (!batch.model().metadata().containsKey(id)) {
            return id;
        }
        return switch (batch.settings().duplicateMetadataId()) {
            case REFUSE ->
                throw ApiException.invalid("Cannot add developer metadata with ID [" + id
                        + "] because developer metadata with that ID already exists.");
            case ASSIGN_ANOTHER -> batch.ids().number(batch.model().metadata()::containsKey);
            case REPLACE -> id;
        };
    }

    private static void checkSize(BatchContext batch, Metadata added) {
        int size = batch.model().metadata().values().stream()
                .filter(entry -> sheetOf(entry) == sheetOf(added))
                .mapToInt(entry -> entry.key().length()
                        + (entry.value() == null ? 0 : entry.value().length()))
                .sum();
        if (size > MAX_CHARACTERS) {
            throw ApiException.invalid(
                    "Adding developer metadata exceeds the limit of " + MAX_CHARACTERS + " characters.");
        }
    }

    private static int sheetOf(Metadata entry) {
        return switch (entry.place()) {
            case Metadata.Place.Whole whole -> -1;
            case Metadata.Place.OnSheet on -> on.sheetId();
            case Metadata.Place.OnDimension on -> on.sheetId();
        };
    }

    static Optional<ObjectNode> update(BatchContext batch, ObjectNode request) {
        ObjectNode json = BatchContext.object(request, "developerMetadata");
        String fields = request.path("fields").asText();
        if (fields.isBlank()) {
            throw ApiException.invalid(
                    "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
        }
        FieldMask mask = FieldMask.parse(fields).check("DeveloperMetadata");
        List<Metadata> found = new ArrayList<>();
        for (JsonNode filter : request.path("dataFilters")) {
            found.addAll(DataFilters.metadata(batch.model(), filter, batch.settings()));
        }
        ArrayNode changed = JsonNodeFactory.instance.arrayNode();
        for (Metadata before : found.stream().distinct().toList()) {
            Metadata after = new Metadata(
                    before.id(),
                    mask.selects("metadataKey") ? json.path("metadataKey").asText() : before.key(),
                    mask.selects("metadataValue") ? json.path("metadataValue").asText(null) : before.value(),
                    mask.selects("visibility") ? visibility(json) : before.visibility(),
                    mask.selects("location") && json.has("location")
                            ? DataFilters.place(batch.model(), json.get("location"))
                            : before.place());
            batch.model().metadata().put(after.id(), after);
            checkSize(batch, after);
            changed.add(MetadataJson.of(after, batch.model()));
        }
        return Optional.of(list("developerMetadata", changed));
    }

    /** No match is no error [KNOW]. */
    static Optional<ObjectNode> delete(BatchContext batch, ObjectNode request) {
        JsonNode filter = BatchContext.object(request, "dataFilter");
        ArrayNode deleted = JsonNodeFactory.instance.arrayNode();
        Settings settings = batch.settings();
        for (Metadata entry : DataFilters.metadata(batch.model(), filter, settings)) {
            deleted.add(MetadataJson.of(entry, batch.model()));
            batch.model().metadata().remove(entry.id());
        }
        return Optional.of(list("deletedDeveloperMetadata", deleted));
    }

    private static ObjectNode list(String field, ArrayNode entries) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        if (!entries.isEmpty()) {
            reply.set(field, entries);
        }
        return reply;
    }
}
