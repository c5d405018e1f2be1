package dev.sheetway.schema.planner;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.StepResult.ArchiveTab;
import dev.sheetway.contracts.event.StepResult.ChangeKind;
import dev.sheetway.contracts.event.StepResult.Changed;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.event.StepResult.LostMark;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.schema.mark.Anchor;
import dev.sheetway.schema.mark.Spot;
import dev.sheetway.schema.planner.ArchivePlan.Extent;
import dev.sheetway.schema.planner.ArchivePlan.Item;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.Effect.CellWrite;
import dev.sheetway.workspace.GridArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts back what a batch changed, from what it kept in its own instant and where its marks stand now, as far as nobody
 * changed it since: what people typed or renamed meanwhile stays and is listed. Positions are those after the batch of the
 * rollback deleted its columns.
 */
final class RestorePlanner {
    private static final int LONGEST_TITLE = 100;

    /** What the rollback does to a column that is there, at its index before the rollback. */
    record Touch(ChangeKind kind, int index, String written, String before) {}

    private final SheetSnapshot sheet;
    private final Task task;
    private final Expanded done;
    private final KeptCells cells;
    private final TableShape shape;
    private final RowMatch rows;
    private final List<Effect> inPlace = new ArrayList<>();
    private final List<Effect> behind = new ArrayList<>();
    private final List<String> restored = new ArrayList<>();
    private final LeftAsIs kept = new LeftAsIs();
    private final List<Touch> touches = new ArrayList<>();
    private final List<Item> neighbours = new ArrayList<>();
    private final List<PlacedColumn> back = new ArrayList<>();
    private final PutBackFormulas formulas;

    /** @param deleted columns that the batch deletes first */
    RestorePlanner(SheetSnapshot sheet, Task task, Expanded done, KeptCells cells, List<Integer> deleted) {
        this.sheet = sheet;
        this.task = task;
        this.done = done;
        this.cells = cells;
        this.shape = new TableShape(sheet, deleted);
        this.rows =
                cells.match(done.archive(), sheet.tab().rowCount(), task.plan().headerRow());
        done.changed().forEach(this::inPlace);
        done.changed().forEach(this::behind);
        Set<String> headers = back.stream().map(PlacedColumn::name).collect(Collectors.toSet());
        this.formulas = new PutBackFormulas(sheet, cells, shape.texts(), headers);
        formulas.kept().forEach(each -> kept.add(each.row(), each.column(), each.kind()));
    }

    /** Effects on columns that are there; {@link #behind} follow when nothing goes by their places any more. */
    List<Effect> inPlace() {
        return List.copyOf(inPlace);
    }

    /** Columns that come back, tabs that go. */
    List<Effect> behind() {
        return List.copyOf(behind);
    }

    List<String> restored() {
        return List.copyOf(restored);
    }

    List<Difference> kept() {
        return kept.list();
    }

    int columns() {
        return shape.headers();
    }

    List<Touch> touches() {
        return List.copyOf(touches);
    }

    /** Columns by whose place others come back. */
    List<Item> neighbours() {
        return List.copyOf(neighbours);
    }

    /** Columns that come back, with a spot each. */
    List<PlacedColumn> back() {
        return List.copyOf(back);
    }

    /** What referred to columns that come back; to stand behind everything else. */
    List<Effect> formulas() {
        return formulas.effects();
    }

    /** Where a column stands once the batch has deleted what it deletes. */
    int place(int index, List<Integer> deleted) {
        return index - (int) deleted.stream().filter(gone -> gone < index).count();
    }

    private void inPlace(Changed changed) {
        if (changed.kind() == ChangeKind.DROPPED || changed.kind() == ChangeKind.TAB_ADDED) {
            return;
        }
        Optional<Integer> index = sheet.marks().column(sheet.tab().sheetId(), changed.markId());
        if (index.isEmpty()) {
            kept.add(0, changed.name(), "column-deleted");
            return;
        }
        restored.add(changed.was());
        int at = shape.now(index.get());
        switch (changed.kind()) {
            case RENAMED -> rename(changed, index.get(), at);
            case CONVERTED, BACKFILLED -> cells(changed, index.get(), at);
            case VALIDATED -> rules(changed, index.get(), at);
            case DROPPED, TAB_ADDED -> throw new IllegalStateException(changed.kind() + " has no column");
        }
    }

    /** The header that stood there in the instant of the batch, whoever's it was. */
    private void rename(Changed changed, int index, int at) {
        String now = shape.header(at);
        if (!now.equals(changed.name())) {
            kept.add(task.plan().headerRow(), now, "header-edited");
            return;
        }
        CellContent before = cells.archived(changed.archiveColumn(), task.plan().headerRow() - 1)
                .content();
        CellContent header = before instanceof CellContent.Formula ? new CellContent.Text(changed.was()) : before;
        shape.rename(at, header.asText());
        touches.add(new Touch(ChangeKind.RENAMED, index, header.asText(), now));
        inPlace.add(new Effect.WriteCells(
                sheet.tab().sheetId(), task.plan().headerRow() - 1, at, List.of(List.of(CellWrite.of(header)))));
    }

    private void cells(Changed changed, int index, int at) {
        RowRuns runs = new RowRuns();
        for (int row = task.plan().headerRow(); row < rows.rows(); row++) {
            CellContent before = cells.archived(changed.archiveColumn(), row).content();
            CellContent after = cells.archived(changed.written(), row).content();
            int live = live(row, before.isBlank() && after.isBlank());
            if (live < 0) {
                if (!before.equals(after)) {
                    kept.add(row + 1, changed.was(), rows.reason(row));
                }
            } else if (!cells.live(index, live).content().equals(after)) {
                kept.add(live + 1, changed.was(), "edited");
            } else if (changed.kind() == ChangeKind.CONVERTED || !before.equals(after)) {
                runs.add(row, live);
            }
        }
        touches.add(new Touch(changed.kind(), index, shape.header(at), shape.header(at)));
        runs.runs().forEach(run -> inPlace.add(copy(run, changed.archiveColumn(), at)));
    }

    private int live(int row, boolean blank) {
        int live = rows.live(row);
        return live < 0 && blank ? rows.samePlace(row) : live;
    }

    /** Only where today's rule is still the one that the batch set. */
    private void rules(Changed changed, int index, int at) {
        RowRuns runs = new RowRuns();
        for (int row = task.plan().headerRow(); row < rows.rows(); row++) {
            Optional<String> before =
                    cells.archived(changed.archiveColumn(), row).validation();
            Cell after = cells.archived(changed.written(), row);
            if (before.equals(after.validation())) {
                continue;
            }
            int live = live(row, after.content().isBlank());
            if (live < 0) {
                kept.add(row + 1, changed.was(), rows.reason(row));
            } else if (!RuleText.same(cells.live(index, live).validation(), after.validation())) {
                kept.add(live + 1, changed.was(), "rule-edited");
            } else {
                runs.add(row, live);
            }
        }
        touches.add(new Touch(ChangeKind.VALIDATED, index, shape.header(at), shape.header(at)));
        runs.runs()
                .forEach(run ->
                        inPlace.add(new Effect.CopyRules(archived(run, changed.archiveColumn()), live(run, at))));
    }

    private void behind(Changed changed) {
        switch (changed.kind()) {
            case DROPPED -> bringBack(changed);
            case TAB_ADDED -> retire(changed);
            case RENAMED, CONVERTED, BACKFILLED, VALIDATED -> {}
        }
    }

    private void bringBack(Changed changed) {
        int headerRow = task.plan().headerRow() - 1;
        String header =
                cells.archived(changed.archiveColumn(), headerRow).content().asText();
        Optional<Integer> beside = sheet.marks().column(sheet.tab().sheetId(), changed.markId());
        beside.ifPresent(index -> neighbours.add(new Item(index, Extent.HEADER, false)));
        int at = beside.map(index -> shape.insertBehind(index, header))
                .orElseGet(() -> shape.insert(changed.after(), changed.index(), header));
        behind.add(new Effect.InsertColumns(sheet.tab().sheetId(), at, 1, true));
        for (RowRuns.Run run : rowsOf(changed)) {
            behind.add(copy(run, changed.archiveColumn(), at));
            behind.add(new Effect.CopyRules(archived(run, changed.archiveColumn()), live(run, at)));
        }
        marksOf(header)
                .forEach(mark -> behind.add(
                        new Effect.AnchorColumn(sheet.tab().sheetId(), at, mark.id(), mark.key(), mark.value())));
        int spot = Anchor.positiveHash("back/" + task.header().effectId() + "/" + back.size());
        behind.add(Spot.effect(sheet.tab().sheetId(), at, spot, task.migrationId()));
        back.add(new PlacedColumn(header, at, spot, false));
        restored.add(header.isBlank() ? changed.was() : header);
    }

    /** By the header: the column that comes back need not be the one that was meant to go. */
    private List<LostMark> marksOf(String header) {
        return done.changed().stream()
                .flatMap(changed -> changed.lostMarks().stream())
                .filter(mark -> sheet.marks().anchor(mark.id()).isEmpty()
                        && Anchor.column(mark.value()).equals(Optional.of(HeaderName.normalise(header))))
                .distinct()
                .toList();
    }

    /** What cannot be placed stays in the archive tab and is listed by its row there. */
    private List<RowRuns.Run> rowsOf(Changed changed) {
        RowRuns runs = new RowRuns();
        for (int row = 0; row < rows.rows(); row++) {
            boolean blank =
                    cells.archived(changed.archiveColumn(), row).content().isBlank();
            int live = live(row, blank);
            if (live >= 0) {
                runs.add(row, live);
            } else if (!blank) {
                kept.add(row + 1, changed.was(), rows.reason(row));
            }
        }
        return runs.runs();
    }

    private Effect copy(RowRuns.Run run, int from, int to) {
        return new Effect.CopyCells(archived(run, from), live(run, to));
    }

    private GridArea archived(RowRuns.Run run, int column) {
        int archiveId = done.archive()
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
            behind.add(new Effect.RetireTab(
                    changed.markId(), title.substring(0, Math.min(LONGEST_TITLE, title.length()))));
            restored.add(changed.was());
        }
    }
}
