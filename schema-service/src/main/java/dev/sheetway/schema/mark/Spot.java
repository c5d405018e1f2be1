package dev.sheetway.schema.mark;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Workbook;
import java.util.Optional;

/**
 * Developer metadata that finds a column again for a rollback, although its header was renamed and it was moved. It says
 * nothing of the column's schema, so it is no {@link Anchor}.
 *
 * @param columnIndex 0-based, where the column stands now
 */
public record Spot(int metadataId, int sheetId, int columnIndex, String migrationId) {
    private static final String KEY = "sheetway.spot";

    public static Optional<Spot> of(Workbook.Metadata entry) {
        return entry.key().equals(KEY) && entry.location() instanceof Workbook.Location.OfColumn place
                ? Optional.of(new Spot(entry.id(), place.sheetId(), place.columnIndex(), entry.value()))
                : Optional.empty();
    }

    public static Effect effect(int sheetId, int column, int metadataId, MigrationId migrationId) {
        return new Effect.AnchorColumn(sheetId, column, metadataId, KEY, migrationId.toString());
    }

    /** Metadata id of the mark on the column that stands in column 0 of that archive tab, were it the key column or not. */
    public static int keyColumn(int archiveSheetId) {
        return Anchor.positiveHash("key/" + archiveSheetId);
    }
}
