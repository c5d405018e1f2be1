package dev.sheetway.schema.planner;

import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of the audit tab in the reference system's ten columns: id, timestamp, evento_tipo, tag_spool, worker_id,
 * worker_nombre, operacion, accion, fecha_operacion, metadata_json. They are inserted directly behind the last row with
 * content, never appended: Google's append guesses the table's place and has shifted such rows by columns.
 */
final class AuditRows {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy", java.util.Locale.ROOT);

    private AuditRows() {}

    /** @param entries oldest first */
    static List<Effect> effects(AuditTab tab, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<List<CellWrite>> rows =
                entries.stream().map(entry -> row(entry, tab.zone())).toList();
        return List.of(
                new Effect.InsertRows(tab.sheetId(), tab.nextRow(), rows.size(), tab.nextRow() > 0),
                new Effect.WriteCells(tab.sheetId(), tab.nextRow(), 0, rows));
    }

    private static List<CellWrite> row(AuditEntry entry, ZoneId zone) {
        return Stream.<CellContent>of(
                        text(entry.id().toString()),
                        text(entry.at().truncatedTo(ChronoUnit.SECONDS).toString()),
                        text("MIGRATION_SCHEMA"),
                        CellContent.BLANK,
                        new CellContent.Number(0),
                        text("SYSTEM"),
                        text("MIGRATION"),
                        text(entry.action()),
                        text(DAY.format(entry.at().atZone(zone))),
                        text(entry.metadata()))
                .map(CellWrite::of)
                .toList();
    }

    private static CellContent text(String value) {
        return new CellContent.Text(value);
    }
}
