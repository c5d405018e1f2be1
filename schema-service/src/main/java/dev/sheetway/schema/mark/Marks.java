package dev.sheetway.schema.mark;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that Sheetway left on a spreadsheet.
 *
 * @param lockOwner migration id of the lock; empty: not locked
 * @param anchors of columns, {@code spots} likewise, which only a rollback reads
 * @param records detail of every effect that was applied, by effect id
 */
public record Marks(
        Optional<String> lockOwner,
        List<RecordedVersion> versions,
        List<Anchor> anchors,
        List<Spot> spots,
        Map<String, String> records) {
    private static final String LOCK = "sheetway.lock";
    private static final String RECORD = "sheetway.record";
    /** No mark at all. */
    public static final Marks NONE = new Marks(Optional.empty(), List.of(), List.of(), List.of(), Map.of());

    public Marks {
        versions = List.copyOf(versions);
        anchors = List.copyOf(anchors);
        spots = List.copyOf(spots);
        records = Map.copyOf(records);
    }

    /** Entries that cannot be read are somebody else's and left out. */
    public static Marks of(Workbook book) {
        List<RecordedVersion> versions = new ArrayList<>();
        List<Anchor> anchors = new ArrayList<>();
        List<Spot> spots = new ArrayList<>();
        Map<String, String> records = new LinkedHashMap<>();
        for (Workbook.Metadata entry : book.metadata()) {
            RecordedVersion.of(entry).ifPresent(versions::add);
            Anchor.of(entry).ifPresent(anchors::add);
            Spot.of(entry).ifPresent(spots::add);
            if (entry.key().equals(RECORD)) {
                MarkJson.read(entry.value())
                        .flatMap(json -> MarkJson.text(json, "effect")
                                .map(effect -> Map.entry(effect, detail(json.path("detail")))))
                        .ifPresent(found -> records.put(found.getKey(), found.getValue()));
            }
        }
        Optional<String> owner =
                book.metadata(LOCK).stream().map(Workbook.Metadata::value).findFirst();
        return new Marks(owner, versions, anchors, spots, records);
    }

    private static String detail(com.fasterxml.jackson.databind.JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    /** Detail of the record that {@code effect} left; empty when it was never applied. */
    public Optional<String> record(EffectId effect) {
        return Optional.ofNullable(records.get(effect.toString()));
    }

    /** Whether {@code migration} wrote a batch of that step and direction, of any epoch. */
    public boolean hasRecord(MigrationId migration, Step step, Direction direction) {
        String effects = migration + "/" + step.wireName() + "/" + direction + "/";
        return records.keySet().stream().anyMatch(effect -> effect.startsWith(effects));
    }

    /** Whether the lock is one that nobody will give back. */
    public boolean isLockOfAny(List<MigrationId> abandoned) {
        return lockOwner
                .filter(owner ->
                        abandoned.stream().anyMatch(each -> each.toString().equals(owner)))
                .isPresent();
    }

    /** By effect; none without a lock. */
    public Map<String, String> recordsOfLockOwner() {
        Map<String, String> found = new LinkedHashMap<>(records);
        found.keySet().removeIf(effect -> lockOwner
                .filter(owner -> effect.startsWith(owner + "/"))
                .isEmpty());
        return found;
    }

    public Optional<RecordedVersion> version(String plan) {
        return versions.stream().filter(version -> version.plan().equals(plan)).findFirst();
    }

    public Optional<Anchor> anchor(int metadataId) {
        return anchors.stream()
                .filter(anchor -> anchor.metadataId() == metadataId)
                .findFirst();
    }

    /** Where the column with the anchor or spot {@code metadataId} stands on {@code sheetId}; empty: gone. */
    public Optional<Integer> column(int sheetId, int metadataId) {
        return Stream.concat(
                        anchors.stream()
                                .filter(anchor -> anchor.metadataId() == metadataId && anchor.sheetId() == sheetId)
                                .map(Anchor::columnIndex),
                        spots.stream()
                                .filter(spot -> spot.metadataId() == metadataId && spot.sheetId() == sheetId)
                                .map(Spot::columnIndex))
                .findFirst();
    }

    /** Ids of what {@code migration} left on columns. */
    public List<Integer> onColumns(MigrationId migration) {
        return Stream.concat(
                        anchors.stream()
                                .filter(anchor -> anchor.isOf(migration))
                                .map(Anchor::metadataId),
                        spots.stream()
                                .filter(spot -> spot.migrationId().equals(migration.toString()))
                                .map(Spot::metadataId))
                .toList();
    }

    /** The tab with columns that {@code migration} anchored. */
    public Optional<Integer> sheetOf(MigrationId migration) {
        return anchors.stream()
                .filter(anchor -> anchor.isOf(migration))
                .map(Anchor::sheetId)
                .findFirst();
    }

    public Optional<Anchor> anchorAt(int sheetId, int columnIndex) {
        return anchors.stream()
                .filter(anchor -> anchor.sheetId() == sheetId && anchor.columnIndex() == columnIndex)
                .findFirst();
    }
}
