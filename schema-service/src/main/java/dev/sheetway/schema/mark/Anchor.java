package dev.sheetway.schema.mark;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.workspace.Workbook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Developer metadata that ties a column to the migration that made or adopted it. It moves with the column and dies with
 * it.
 *
 * @param columnIndex 0-based, where the column stands now
 * @param migrationId of the migration that set the anchor
 * @param column normalised header
 * @param version schema version that the column belongs to
 */
public record Anchor(int metadataId, int sheetId, int columnIndex, String migrationId, String column, String version) {
    public static final String KEY = "sheetway.column";

    /** The anchor in {@code entry}; empty when the entry is none of ours or not on a column. */
    public static Optional<Anchor> of(Workbook.Metadata entry) {
        if (!entry.key().equals(KEY) || !(entry.location() instanceof Workbook.Location.OfColumn place)) {
            return Optional.empty();
        }
        return MarkJson.read(entry.value()).flatMap(json -> MarkJson.text(json, "migrationId")
                .flatMap(migrationId -> MarkJson.text(json, "column").flatMap(column -> MarkJson.text(json, "version")
                        .map(version -> new Anchor(
                                entry.id(), place.sheetId(), place.columnIndex(), migrationId, column, version)))));
    }

    /** The normalised header in the metadata value of an anchor. */
    public static Optional<String> column(String value) {
        return MarkJson.read(value).flatMap(json -> MarkJson.text(json, "column"));
    }

    /** The metadata value of an anchor for the column {@code name}. */
    public static String value(MigrationId migrationId, String name, String version) {
        return value(migrationId.toString(), HeaderName.normalise(name), version);
    }

    /** The metadata value of this anchor. */
    public String value() {
        return value(migrationId, column, version);
    }

    private static String value(String migrationId, String column, String version) {
        return MarkJson.object()
                .put("migrationId", migrationId)
                .put("column", column)
                .put("version", version)
                .toString();
    }

    /** Metadata id of that anchor: positive, and the same for every attempt, so that a repeated one collides. */
    public static int id(MigrationId migrationId, String name) {
        return positiveHash("anchor/" + migrationId + "/" + HeaderName.normalise(name));
    }

    public boolean isOf(MigrationId migration) {
        return migrationId.equals(migration.toString());
    }

    /** The first 31 bits of the SHA-256 of {@code text}, never 0: ids that Google accepts. */
    public static int positiveHash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            int bits = java.nio.ByteBuffer.wrap(hash).getInt() & Integer.MAX_VALUE;
            return bits == 0 ? 1 : bits;
        } catch (NoSuchAlgorithmException everyJdkHasSha256) {
            throw new IllegalStateException(everyJdkHasSha256);
        }
    }
}
