package dev.sheetway.schema.executor;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.schema.mark.Marks;
import dev.sheetway.schema.mark.RecordedVersion;
import dev.sheetway.schema.planner.AuditTab;
import dev.sheetway.schema.planner.SheetSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What this process saw of spreadsheets lately. It saves calls and is never needed: a key column is only looked for where
 * it was, and what close takes from here is fixed for as long as our lock stands. The audit tab's next row is not, but
 * audit rows are inserted: rows that others appended meanwhile stay whole and come behind them. Bounded; the least lately
 * used go.
 */
final class Memory {
    private static final int MOST = 1_000;
    private static final int MOST_ROWS = 200_000;

    private record Key(SpreadsheetId spreadsheet, String tab) {}

    private record Sight(
            OptionalInt keyColumn,
            int rows,
            int sheetId,
            Optional<String> lockOwner,
            List<RecordedVersion> versions,
            Map<String, String> records,
            Optional<AuditTab> audit) {
        private Sight written() {
            return new Sight(keyColumn, rows, sheetId, lockOwner, versions, Map.of(), Optional.empty());
        }
    }

    private final Map<Key, Sight> sights = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Sight> eldest) {
            return size() > MOST;
        }
    };

    synchronized void saw(SheetSnapshot sheet, MigrationPlan plan) {
        OptionalInt keyColumn = plan.keyColumn().stream()
                .flatMap(key -> sheet.header().positions(key).stream())
                .mapToInt(Integer::intValue)
                .findFirst();
        sights.put(
                key(sheet.spreadsheetId(), plan),
                new Sight(
                        keyColumn,
                        sheet.tab().rowCount(),
                        sheet.tab().sheetId(),
                        sheet.marks().lockOwner(),
                        sheet.marks().versions(),
                        sheet.marks().recordsOfLockOwner(),
                        sheet.audit()));
    }

    /** A batch was sent: it may have left a record and inserted an audit row. */
    synchronized void wrote(SpreadsheetId id) {
        sights.replaceAll((key, sight) -> key.spreadsheet().equals(id) ? sight.written() : sight);
    }

    /** Where the key column stood when it was last seen; empty too for one so long that it is better read in chunks. */
    synchronized OptionalInt keyColumn(SpreadsheetId id, MigrationPlan plan) {
        Sight sight = sights.get(key(id, plan));
        return sight == null || sight.rows() > MOST_ROWS ? OptionalInt.empty() : sight.keyColumn();
    }

    /** What closing needs, when the last sight was of our own lock and of the plan's audit tab; empty: read it. */
    synchronized Optional<Remembered> underLockOf(MigrationId migrationId, SpreadsheetId id, MigrationPlan plan) {
        return Optional.ofNullable(sights.get(key(id, plan)))
                .filter(sight -> sight.lockOwner().equals(Optional.of(migrationId.toString())))
                .filter(sight -> plan.audit().isEmpty() || sight.audit().isPresent())
                .map(sight -> new Remembered(
                        sight.sheetId(),
                        new Marks(sight.lockOwner(), sight.versions(), List.of(), List.of(), sight.records()),
                        sight.audit()));
    }

    /** The lock is gone or was never there: nothing seen under it holds any more. */
    synchronized void forget(SpreadsheetId id, MigrationPlan plan) {
        sights.remove(key(id, plan));
    }

    /** @param marks lock, versions and the migration's records alone */
    record Remembered(int sheetId, Marks marks, Optional<AuditTab> audit) {}

    private static Key key(SpreadsheetId id, MigrationPlan plan) {
        return new Key(id, plan.tab());
    }
}
