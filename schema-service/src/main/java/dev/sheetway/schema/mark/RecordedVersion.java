package dev.sheetway.schema.mark;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.workspace.Workbook;
import java.util.Optional;

/**
 * The schema version that a spreadsheet says it has; one entry per plan name, because several tabs may each have a schema
 * of their own.
 */
public record RecordedVersion(int metadataId, String plan, String version) {
    public static final String KEY = "sheetway.schema";

    /** The version in {@code entry}; empty when the entry is none. */
    public static Optional<RecordedVersion> of(Workbook.Metadata entry) {
        if (!entry.key().equals(KEY) || !(entry.location() instanceof Workbook.Location.OfSpreadsheet)) {
            return Optional.empty();
        }
        return MarkJson.read(entry.value())
                .flatMap(json -> MarkJson.text(json, "plan").flatMap(plan -> MarkJson.text(json, "version")
                        .map(version -> new RecordedVersion(entry.id(), plan, version))));
    }

    public static String value(String plan, String version, MigrationId migrationId, String checksum) {
        return MarkJson.object()
                .put("plan", plan)
                .put("version", version)
                .put("migrationId", migrationId.toString())
                .put("checksum", checksum)
                .toString();
    }
}
