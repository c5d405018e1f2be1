package dev.sheetway.verify.checks.table;

import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import java.util.HashSet;
import java.util.Set;

/** What became of the backup's columns as such, and errors in columns that the backup did not have. */
final class HeaderDifferences {
    private final LiveTable live;

    HeaderDifferences(LiveTable live) {
        this.live = live;
    }

    void report(Tally tally) {
        Set<Integer> used = live.layout().usedColumns();
        for (ColumnDigest digest : live.layout().digests()) {
            if (used.contains(digest.columnIndex())) {
                column(digest, tally);
            }
        }
        errorsInNewColumns(tally);
    }

    private void column(ColumnDigest old, Tally tally) {
        int now = live.columns().live(old.columnIndex());
        if (now < 0) {
            tally.edited(0, live.layout().backupHeader().label(old.columnIndex()), "column-deleted", old.cells());
            return;
        }
        if (live.columns().isMoved(old.columnIndex())) {
            tally.edited(0, live.header().label(now), "column-moved", 0);
        }
        if (!live.header().text(now).equals(old.header())) {
            int row = live.layout().headerRow() + 1;
            tally.edited(row, live.header().label(now), "header-edited", 1);
        }
    }

    private void errorsInNewColumns(Tally tally) {
        Set<Integer> ours = new HashSet<>();
        live.planned().forEach(cells -> ours.add(cells.column()));
        for (int ordinal = 0; ordinal < live.rowCount(); ordinal++) {
            RowImage row = live.row(ordinal);
            for (int column = 0; column < row.width(); column++) {
                int severity = live.columns().backup(column) >= 0 ? 0 : CellCode.severity(row.cell(column));
                if (severity == 2) {
                    tally.newError(row.row + 1, live.header().label(column), "new-reference-error");
                } else if (severity == 1 && ours.contains(column)) {
                    tally.newError(row.row + 1, live.header().label(column), "new-error");
                }
            }
        }
    }
}
