package dev.sheetway.backup;

import dev.sheetway.backup.planner.TabDigests;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.SheetReader.Rows;
import dev.sheetway.workspace.Workbook;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether a copy in Drive still has the plan's tab as it was proven when it was made; of the other tabs nothing is
 * recorded. A column's record tells, too, which formulas showed an error, and that may change by itself, at another time
 * or in a copy alone: of a column with formulas nothing counts but how many cells are filled.
 */
final class CopyProof {
    private final SheetReader reader;
    private final SpreadsheetId copy;
    private final MigrationPlan plan;

    CopyProof(SheetReader reader, SpreadsheetId copy, MigrationPlan plan) {
        this.reader = reader;
        this.copy = copy;
        this.plan = plan;
    }

    /** Two calls; a backup of which nothing is recorded is believed. */
    boolean isOf(List<ColumnDigest> recorded) {
        if (recorded.isEmpty()) {
            return true;
        }
        Optional<Workbook.Tab> tab = reader.open(copy).tab(plan.tab());
        if (tab.isEmpty() || tab.get().columnCount() != recorded.size()) {
            return false;
        }
        Set<Integer> withFormulas = new HashSet<>();
        List<ColumnDigest> now = digests(tab.get(), withFormulas);
        return IntStream.range(0, recorded.size())
                .allMatch(column ->
                        now.get(column).cells() == recorded.get(column).cells()
                                && (withFormulas.contains(column)
                                        || now.get(column)
                                                .digest()
                                                .equals(recorded.get(column).digest())));
    }

    private List<ColumnDigest> digests(Workbook.Tab tab, Set<Integer> withFormulas) {
        TabDigests digests = new TabDigests(tab, plan.headerRow() - 1);
        GridArea all = GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount());
        reader.scanAll(copy, List.of(all), Rows.WITH_CONTENT, (area, row, cells) -> {
            digests.row(area, row, cells);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column).content() instanceof CellContent.Formula) {
                    withFormulas.add(column);
                }
            }
        });
        return digests.finish();
    }
}
