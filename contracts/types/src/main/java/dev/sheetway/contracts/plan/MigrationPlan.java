package dev.sheetway.contracts.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A versioned schema change of one tab, with every default filled in.
 *
 * @param name of the schema that the plan migrates, {@code metadata.name}
 * @param from version that the sheet must have
 * @param to version that the sheet has afterwards
 * @param tab title of the tab
 * @param headerRow 1-based row of the header
 * @param keyColumn a row is real when its cell in this column is not blank; empty: when any of its cells is not blank
 * @param expect what the sheet must look like before the migration; empty: no drift guard
 * @param smoke suites by schema version
 * @param audit tab that gets one row per step; empty: none
 * @param probation how long after completion the migration is verified again on a schedule
 * @param webhook URL called on pause, stuck, completed and rolled back; empty: none
 */
public record MigrationPlan(
        String name,
        String from,
        String to,
        String description,
        String tab,
        int headerRow,
        Optional<String> keyColumn,
        Optional<Expectation> expect,
        BackupPolicy backup,
        List<Change> changes,
        Map<String, List<SmokeAssertion>> smoke,
        Optional<String> audit,
        RollbackPolicy rollback,
        Duration probation,
        Optional<String> webhook) {

    /** The {@code from} of a baseline: the sheet has no recorded version. */
    public static final String UNVERSIONED = "unversioned";

    public MigrationPlan {
        changes = List.copyOf(changes);
        smoke = Map.copyOf(smoke);
    }

    /** Whether it changes nothing and only gives a sheet its first version. */
    public boolean isBaseline() {
        return from.equals(UNVERSIONED) && changes.isEmpty();
    }

    /** The columns that the plan adds, in the plan's order. */
    public List<AddColumn> addedColumns() {
        return changes(AddColumn.class);
    }

    /** The plan's changes of one kind, in the plan's order. */
    public <T extends Change> List<T> changes(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The suite for {@code version}, empty when the plan has none. */
    public List<SmokeAssertion> smokeFor(String version) {
        return smoke.getOrDefault(version, List.of());
    }
}
