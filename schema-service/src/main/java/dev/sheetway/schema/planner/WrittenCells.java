package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.plan.Backfill;
import dev.sheetway.contracts.plan.ConvertColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.workspace.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what a batch wrote follows from what stood in each cell in that instant, rather than in the read before. */
public final class WrittenCells {
    private static final int NAMED = 10;

    private final MigrationPlan plan;
    private final List<Changed> written;
    private final List<String> problems = new ArrayList<>();

    public WrittenCells(MigrationPlan plan, List<Changed> written) {
        this.plan = plan;
        this.written = List.copyOf(written);
    }

    public static boolean overwrites(Changed changed) {
        return switch (changed.kind()) {
            case CONVERTED, BACKFILLED -> changed.archiveColumn() >= 0;
            case RENAMED, DROPPED, VALIDATED, TAB_ADDED -> false;
        };
    }

    /** @param archiveColumn of the cells before; {@code row} 0-based */
    public void row(int archiveColumn, int row, Cell before, Cell after) {
        if (row < plan.headerRow()) {
            return;
        }
        for (Changed changed : written) {
            if (changed.archiveColumn() == archiveColumn
                    && !follows(changed, before, after)
                    && problems.size() < NAMED) {
                problems.add("row " + (row + 1) + " of \"" + changed.name() + "\"");
            }
        }
    }

    private boolean follows(Changed changed, Cell before, Cell after) {
        Optional<ConvertColumn> conversion = plan.changes(ConvertColumn.class).stream()
                .filter(change -> names(change.name(), changed))
                .findFirst();
        if (conversion.isPresent()) {
            return ConvertedCell.of(before, conversion.get()).equals(Optional.of(after.content()));
        }
        boolean overwrite = plan.changes(Backfill.class).stream()
                .anyMatch(change -> names(change.column(), changed) && change.overwrite());
        return overwrite || before.content().isBlank() || before.content().equals(after.content());
    }

    private static boolean names(String name, Changed changed) {
        return HeaderName.same(name, changed.name()) || HeaderName.same(name, changed.was());
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
