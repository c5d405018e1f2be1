package dev.sheetway.verify.executor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.verify.checks.Anchor;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.Workbook.Location.OfColumn;
import java.util.List;
import java.util.Optional;

/** Reads the anchors of columns from a workbook's developer metadata. */
final class Anchors {
    private static final String KEY = "sheetway.column";

    private Anchors() {}

    /** Those on columns of one tab; an entry of that key that nobody of ours wrote is passed over. */
    static List<Anchor> on(Workbook workbook, int sheetId) {
        return workbook.metadata(KEY).stream()
                .flatMap(entry -> anchor(entry, sheetId).stream())
                .toList();
    }

    private static Optional<Anchor> anchor(Workbook.Metadata entry, int sheetId) {
        if (!(entry.location() instanceof OfColumn place) || place.sheetId() != sheetId) {
            return Optional.empty();
        }
        return name(entry.value()).map(name -> new Anchor(entry.id(), place.columnIndex(), name));
    }

    private static Optional<String> name(String value) {
        try {
            JsonNode name = Json.mapper().readTree(value).path("column");
            return name.isTextual() ? Optional.of(name.textValue()) : Optional.empty();
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }
}
