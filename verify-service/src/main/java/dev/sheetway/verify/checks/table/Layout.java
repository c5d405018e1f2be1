package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of the table before it is read.
 *
 * @param tab title of the live tab now
 * @param planned the plan's columns, in plan order
 * @param expected the backup's columns as they must be now
 */
public record Layout(MigrationPlan plan, String tab, List<PlannedColumn> planned, Expected expected) {
    public Layout {
        planned = List.copyOf(planned);
    }

    public List<ColumnDigest> digests() {
        return expected.digests();
    }

    /** 0-based. */
    int headerRow() {
        return plan.headerRow() - 1;
    }

    public Header backupHeader() {
        return Header.ofBackup(digests());
    }

    /** The backup's columns that hold anything. */
    Set<Integer> usedColumns() {
        Set<Integer> used = new HashSet<>();
        digests().stream()
                .filter(digest -> digest.cells() > 0 || !digest.header().isBlank())
                .forEach(digest -> used.add(digest.columnIndex()));
        return used;
    }

    /** The key column in the backup; empty when the plan names none or the backup has none of that name. */
    OptionalInt backupKeyColumn() {
        Header header = backupHeader();
        return plan.keyColumn()
                .map(name -> header.positions(name).stream()
                        .mapToInt(Integer::intValue)
                        .findFirst())
                .orElse(OptionalInt.empty());
    }
}
