package dev.sheetway.cli.reconcile;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.BackupDrive.DriveFile;
import dev.sheetway.workspace.google.GoogleWorkspace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One spreadsheet and its backups as Google has them.
 *
 * @param backups copies whose property names the migration
 */
public record SheetReading(SheetMarks marks, Map<MigrationId, List<DriveFile>> backups) {
    /** Set by backup-service on each copy. */
    private static final String MIGRATION = "sheetwayMigration";

    /**
     * Reads the spreadsheet's structure, then asks for the backups of each migration; writes nothing.
     *
     * @param alsoOf migrations that the journal knows
     * @throws dev.sheetway.workspace.GatewayException when a call fails
     */
    public static SheetReading of(GoogleWorkspace google, SpreadsheetId id, Set<MigrationId> alsoOf) {
        SheetMarks marks = SheetMarks.of(google.reader().open(id));
        Set<MigrationId> all = new LinkedHashSet<>(marks.migrations().keySet());
        all.addAll(alsoOf);
        Map<MigrationId, List<DriveFile>> backups = new LinkedHashMap<>();
        all.forEach(migration -> backups.put(migration, google.drive().find(MIGRATION, migration.toString())));
        return new SheetReading(marks, backups);
    }

    /** The spreadsheet as a whole, in one line. */
    public String summary() {
        String versions = marks.versions().isEmpty()
                ? "no schema version"
                : marks.versions().entrySet().stream()
                        .map(version -> version.getKey() + " " + version.getValue())
                        .collect(Collectors.joining(", "));
        String lock = marks.lockOwners().isEmpty() ? "not locked" : "locked by " + marks.lockOwners();
        return "\"" + marks.title() + "\": " + versions + "; " + lock;
    }

    List<DriveFile> backups(MigrationId id) {
        return backups.getOrDefault(id, List.of());
    }

    SheetFacts facts(MigrationId id) {
        return marks.migrations().getOrDefault(id, SheetFacts.NONE);
    }
}
