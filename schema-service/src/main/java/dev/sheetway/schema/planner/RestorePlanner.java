package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Contracted;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts back what an expand batch changed, as far as nobody changed it since: what people typed or renamed meanwhile stays
 * and is listed. Positions are those after the plan's own columns were deleted by the same batch.
 */
final class RestorePlanner {
    private static final int LONGEST_TITLE = 100;

    private final SheetSnapshot sheet;
    private final Task task;
    private final Expanded expanded;
    private final KeptCells cells;
    private final List<Integer> deleted;
    private final RowMatch rows;
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> restored = new ArrayList<>();
    private final List<Difference> kept = new ArrayList<>();
    /** The header as it reads so far. */
    private final List<String> header = new ArrayList<>();

    /** @param deleted columns that the batch deletes first */
    RestorePlanner(SheetSnapshot sheet, Task task, Expanded expanded, KeptCells cells, List<Integer> deleted) {
        this.sheet = sheet;
        this.task = task;
        this.expanded = expanded;
        this.cells = cells;
        this.deleted = List.copyOf(deleted);
        int archivedRows = expanded.archive().map(ArchiveTab::rows).orElse(0);
        this.rows =
                cells.match(archivedRows, sheet.tab().rowCount(), task.plan().headerRow());
        List<String> texts = sheet.header().texts();
        for (int index = 0; index < texts.size(); index++) {
            if (!deleted.contains(index)) {
                header.add(texts.get(index));
            }
        }
        plan();
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    List<String> restored() {
        return List.copyOf(restored);
    }

    List<Difference> kept() {
        return kept.stream().limit(Contracted.MOST_KEPT).toList();
    }

    int columns() {
        return (int) header.stream().filter(text -> !text.isBlank()).count();
    }

    private void plan() {
        Set<Integer> marks = new HashSet<>();
        for (Changed changed : expanded.changed()) {
            switch (changed.kind()) {
                case RENAMED, CONVERTED, BACKFILLED, VALIDATED -> inPlace(changed, marks);
                case DROPPED, TAB_ADDED -> {}
            }
        }
        marks.forEach(id -> effects.add(new Effect.RemoveMetadata(id)));
        for (Changed changed : expanded.changed()) {
            switch (changed.kind()) {
                case DROPPED -> bringBack(changed);
                case TAB_ADDED -> retire(changed);
                case RENAMED, CONVERTED, BACKFILLED, VALIDATED -> {}
            }
        }
    }

    private void inPlace(Changed changed, Set<Integer> marks) {
        Optional<Integer> index = sheet.marks()
                .anchor(changed.markId())
                .filter(anchor -> anchor.sheetId() == sheet.tab().sheetId())
                .map(anchor -> anchor.columnIndex());
        if (index.isEmpty()) {
            kept.add(new Difference(0, changed.name(), "column-deleted"));
            return;
        }
        marks.add(changed.markId());
        restored.add(changed.was());
        int at = place(index.get());
        switch (changed.kind()) {
            case RENAMED -> rename(changed, at);
            case CONVERTED, BACKFILLED -> cells(changed, index.get(), at);
            case VALIDATED -> rules(changed, at);
            case DROPPED, TAB_ADDED -> throw new IllegalStateException(changed.kind() + " has no column");
        }
    }

    private int place(int index) {
        return index - (int) deleted.stream().filter(gone -> gone < index).count();
    }

    private void rename(Changed changed, int at) {
        String now = at < header.size() ? header.get(at) : "";
        if (!now.equals(changed.name())) {
            kept.add(new Difference(task.plan().headerRow(), now, "header-edited"));
            return;
        }
        header.set(at, changed.was());
        effects.add(new Effect.WriteCells(
                sheet.tab().sheetId(),
                task.plan().headerRow() - 1,
                at,
                List.of(List.of(CellWrite.of(new CellContent.Text(changed.was()))))));
    }

    private void cells(Changed changed, int index, int at) {
        RowRuns runs = new RowRuns();
        for (int row = task.plan().headerRow(); row < rows.rows(); row++) {
            int live = rows.live(row);
            CellContent before = cells.archived(changed.archiveColumn(), row).content();
            CellContent after = cells.archived(changed.archiveColumn() + 1, row).content();
            CellContent now = cells.live(index, live).content();
            if (live < 0) {
                if (!before.equals(after)) {
                    kept.add(new Difference(row + 1, changed.was(), "row-gone"));
                }
            } else if (!now.equals(after)) {
                kept.add(new Difference(live + 1, changed.was(), "edited"));
            } else if (changed.kind() == ChangeKind.CONVERTED || !before.equals(after)) {
                runs.add(row, live);
            }
        }
        runs.runs().forEach(run -> copy(run, changed.archiveColumn(), at));
    }

    private void rules(Changed changed, int at) {
        RowRuns runs = new RowRuns();
        for (int row = task.plan().headerRow(); row < rows.rows(); row++) {
            if (rows.live(row) >= 0) {
                runs.add(row, rows.live(row));
            }
        }
        runs.runs()
                .forEach(run ->
                        effects.add(new Effect.CopyRules(archived(run, changed.archiveColumn()), live(run, at))));
    }

    private void bringBack(Changed changed) {
        int at = neighbour(changed);
        effects.add(new Effect.InsertColumns(sheet.tab().sheetId(), at, 1, true));
        header.add(Math.min(at, header.size()), changed.was());
        RowRuns runs = new RowRuns();
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.live(row) >= 0) {
                runs.add(row, rows.live(row));
            }
        }
        for (RowRuns.Run run : runs.runs()) {
            copy(run, changed.archiveColumn(), at);
            effects.add(new Effect.CopyRules(archived(run, changed.archiveColumn()), live(run, at)));
        }
        changed.lostMarks()
                .forEach(mark -> effects.add(
                        new Effect.AnchorColumn(sheet.tab().sheetId(), at, mark.id(), mark.key(), mark.value())));
        restored.add(changed.was());
    }

    /** Behind the column that it stood behind; where that is gone, at its old place. */
    private int neighbour(Changed changed) {
        if (changed.index() == 0) {
            return 0;
        }
        for (int at = 0; at < header.size(); at++) {
            if (!changed.after().isBlank() && HeaderName.same(header.get(at), changed.after())) {
                return at + 1;
            }
        }
        return Math.min(changed.index(), header.size());
    }

    private void copy(RowRuns.Run run, int from, int to) {
        effects.add(new Effect.CopyCells(archived(run, from), live(run, to)));
    }

    private GridArea archived(RowRuns.Run run, int column) {
        int archiveId = expanded.archive()
                .map(ArchiveTab::sheetId)
                .orElseThrow(() -> new IllegalStateException("cells were kept, but no tab for them is recorded"));
        return new GridArea(archiveId, run.from(), run.from() + run.count(), column, column + 1);
    }

    private GridArea live(RowRuns.Run run, int column) {
        return new GridArea(sheet.tab().sheetId(), run.to(), run.to() + run.count(), column, column + 1);
    }

    /** Hidden, not deleted: people may have typed into it. */
    private void retire(Changed changed) {
        if (cells.tabs().contains(changed.markId())) {
            String title = "sheetway_archive_" + task.migrationId().toString().substring(0, 8) + "_" + changed.name();
            effects.add(new Effect.RetireTab(
                    changed.markId(), title.substring(0, Math.min(LONGEST_TITLE, title.length()))));
            restored.add(changed.was());
        }
    }
}
