package dev.sheetway.schema.planner;

import dev.sheetway.contracts.plan.MigrationPlan;
import java.util.List;

/**
 * Where columns that were there stand during an expand batch, which first inserts and last drops.
 *
 * @param layout of the header with its columns renamed
 * @param drops 0-based indexes before the batch, of the columns that go
 */
record Columns(Layout layout, List<Integer> drops) {
    static Columns of(Layout layout, ColumnChanges changes) {
        return new Columns(
                layout, changes.drops().stream().map(ColumnChanges.Due::index).toList());
    }

    /** Where the column at {@code index} stands once all insertions of the batch are done. */
    int inserted(int index) {
        int at = index;
        for (Layout.Run run : layout.runs()) {
            if (at >= run.at()) {
                at += run.columns().size();
            }
        }
        return at;
    }

    /** Where a column that stands at {@code inserted} between the insertions and the drops ends up. */
    int end(int inserted) {
        return inserted
                - (int) drops.stream().filter(drop -> inserted(drop) < inserted).count();
    }

    /** The header as it reads in the end. */
    List<String> headers() {
        List<Integer> gone = drops.stream().map(this::inserted).toList();
        List<String> all = layout.headers();
        return java.util.stream.IntStream.range(0, all.size())
                .filter(index -> !gone.contains(index))
                .mapToObj(all::get)
                .toList();
    }

    static Columns of(HeaderRow header, MigrationPlan plan, List<dev.sheetway.contracts.plan.AddColumn> missing) {
        ColumnChanges changes = ColumnChanges.of(header, plan);
        return of(
                Layout.of(
                        changes.renamed(), missing.stream().map(changes::placed).toList()),
                changes);
    }
}
