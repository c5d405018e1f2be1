package dev.sheetway.orchestrator.stream;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.NameBasedUuid;

/** Ids of journal entries, from what was decided on: a record that is read again leads to entries of the same ids. */
final class EntryIds {
    private EntryIds() {}

    /**
     * @param migration of the entry
     * @param origin of the record that led to it
     * @param index among the entries of that decision
     */
    static String of(MigrationId migration, Origin origin, int index) {
        return NameBasedUuid.version5(migration.value(), origin + "/" + index).toString();
    }
}
