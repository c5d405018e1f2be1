package dev.sheetway.cli.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.Workbook.Location;
import dev.sheetway.workspace.Workbook.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Everything that Sheetway left on a spreadsheet, by migration.
 *
 * @param lockOwners who is written down as the lock's owner; one when nobody meddled
 * @param versions schema version by plan name
 */
record SheetMarks(
        String title, List<String> lockOwners, Map<String, String> versions, Map<MigrationId, SheetFacts> migrations) {

    static SheetMarks of(Workbook book) {
        Map<MigrationId, SheetFacts> facts = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        List<String> owners = new ArrayList<>();
        for (Metadata entry : book.metadata()) {
            switch (entry.key()) {
                case "sheetway.record" ->
                    effect(json(entry).path("effect").asText())
                            .ifPresent(found -> found.into(facts, SheetFacts::applied));
                case "sheetway.fence" ->
                    effect(entry.value()).ifPresent(found -> found.into(facts, SheetFacts::fenced));
                case "sheetway.column" -> anchor(entry, facts);
                case "sheetway.schema" -> {
                    JsonNode version = json(entry);
                    versions.put(
                            version.path("plan").asText(),
                            version.path("version").asText());
                    put(facts, version.path("migrationId").asText(), SheetFacts::namedBySchema);
                }
                case "sheetway.lock" -> {
                    owners.add(entry.value());
                    put(facts, entry.value(), SheetFacts::locking);
                }
                default -> {}
            }
        }
        return new SheetMarks(book.title(), owners, versions, facts);
    }

    private static void anchor(Metadata entry, Map<MigrationId, SheetFacts> facts) {
        if (entry.location() instanceof Location.OfColumn place) {
            JsonNode anchor = json(entry);
            String column = anchor.path("column").asText();
            put(facts, anchor.path("migrationId").asText(), known -> known.anchored(column));
        }
    }

    /** {@code migrationId/step/DIRECTION/epoch}; what is none is somebody else's. */
    private record FoundEffect(String migrationId, String path) {
        void into(
                Map<MigrationId, SheetFacts> facts, java.util.function.BiFunction<SheetFacts, String, SheetFacts> how) {
            put(facts, migrationId, known -> how.apply(known, path));
        }
    }

    private static Optional<FoundEffect> effect(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.of(new FoundEffect(text.substring(0, slash), text.substring(slash + 1)));
    }

    private static void put(Map<MigrationId, SheetFacts> facts, String migrationId, UnaryOperator<SheetFacts> how) {
        try {
            MigrationId id = MigrationId.parse(migrationId);
            facts.put(id, how.apply(facts.getOrDefault(id, SheetFacts.NONE)));
        } catch (IllegalArgumentException somebodyElses) {
            return;
        }
    }

    private static JsonNode json(Metadata entry) {
        try {
            return Json.mapper().readTree(entry.value());
        } catch (JsonProcessingException somebodyElses) {
            return Json.mapper().createObjectNode();
        }
    }
}
