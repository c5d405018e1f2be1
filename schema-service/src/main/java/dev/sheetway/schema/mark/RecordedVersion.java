package dev.sheetway.schema.mark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.workspace.Workbook;
import java.util.Optional;

/**
 * The schema version that a spreadsheet says it has; one entry per plan name, because several tabs may each have a schema
 * of their own.
 *
 * @param checksum of the plan that led to it; empty: none did, the sheet was adopted as it was
 */
public record RecordedVersion(int metadataId, String plan, String version, Optional<String> checksum) {
    public static final String KEY = "sheetway.schema";

    /** The version in {@code entry}; empty when the entry is none. */
    public static Optional<RecordedVersion> of(Workbook.Metadata entry) {
        if (!entry.key().equals(KEY) || !(entry.location() instanceof Workbook.Location.OfSpreadsheet)) {
            return Optional.empty();
        }
        return MarkJson.read(entry.value())
                .flatMap(json -> MarkJson.text(json, "plan").flatMap(plan -> MarkJson.text(json, "version")
                        .map(version ->
                                new RecordedVersion(entry.id(), plan, version, MarkJson.text(json, "checksum")))));
    }

    public static String value(String plan, String version, MigrationId migrationId, Optional<String> checksum) {
        ObjectNode json =
                MarkJson.object().put("plan", plan).put("version", version).put("migrationId", migrationId.toString());
        checksum.ifPresent(sum -> json.put("checksum", sum));
        return json.toString();
    }
}
