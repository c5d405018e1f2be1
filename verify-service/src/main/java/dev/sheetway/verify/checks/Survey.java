package dev.sheetway.verify.checks;

import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.PlacedColumn;
import dev.sheetway.contracts.plan.AddColumn;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.verify.checks.table.BackupScan;
import dev.sheetway.verify.checks.table.Comparison;
import dev.sheetway.verify.checks.table.Doubts;
import dev.sheetway.verify.checks.table.Expected;
import dev.sheetway.verify.checks.table.Header;
import dev.sheetway.verify.checks.table.Layout;
import dev.sheetway.verify.checks.table.LiveScan;
import dev.sheetway.verify.checks.table.LiveTable;
import dev.sheetway.verify.checks.table.PlannedColumn;
import dev.sheetway.verify.checks.table.Span;
import dev.sheetway.workspace.RowVisitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One look at a table: first the live tab's rows go into {@link #live}, then {@link #toRead} says whether rows of the
 * backup are needed, then those go into {@link #backup}, then the checks read {@link #table} and {@link #comparison}.
 */
public final class Survey {
    private final List<Anchor> anchors;
    private final LiveScan live;
    private Optional<BackupScan> backup = Optional.empty();
    private Optional<Comparison> comparison = Optional.empty();

    /**
     * @param tab title of the live tab
     * @param placed where expand put the plan's columns; empty when no expand is to be believed
     */
    public Survey(MigrationPlan plan, String tab, BackedUp backup, List<PlacedColumn> placed, List<Anchor> anchors) {
        this(plan, tab, backup, Expected.restored(plan, backup.tabDigests()), placed, anchors);
    }

    /** @param expected what the plan's changes made of the backup */
    public Survey(
            MigrationPlan plan,
            String tab,
            BackedUp backup,
            Expected expected,
            List<PlacedColumn> placed,
            List<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
        Header old = Header.ofBackup(backup.tabDigests());
        List<PlannedColumn> planned = plan.addedColumns().stream()
                .map(column -> planned(column, placed, old))
                .toList();
        this.live = new LiveScan(new Layout(plan, tab, planned, expected));
    }

    private PlannedColumn planned(AddColumn column, List<PlacedColumn> placed, Header old) {
        String name = HeaderName.normalise(column.name());
        OptionalInt anchoredAt = anchors.stream()
                .filter(anchor -> anchor.name().equals(name))
                .mapToInt(Anchor::column)
                .findFirst();
        boolean adopted = old.has(column.name())
                || placed.stream().anyMatch(one -> one.adopted() && HeaderName.same(one.name(), column.name()));
        return new PlannedColumn(column, anchoredAt, adopted);
    }

    /** Takes the live tab's rows from column A on, in ascending order. */
    public RowVisitor live() {
        return live;
    }

    /**
     * The backup's columns that must be read; empty: the digests prove them all.
     *
     * @param liveDigests fingerprints of the live columns, by column
     */
    public Optional<Span> toRead(List<String> liveDigests) {
        return new Doubts(table(), liveDigests).toRead();
    }

    /** Takes the backup's rows of the columns of {@code span}, in ascending order. */
    public RowVisitor backup(Span span) {
        BackupScan scan = new BackupScan(table(), span);
        backup = Optional.of(scan);
        return scan;
    }

    public LiveTable table() {
        return live.table();
    }

    /** To be called when all rows were delivered. */
    public Comparison comparison() {
        Comparison finished = comparison.orElseGet(
                () -> backup.map(BackupScan::finish).orElseGet(() -> BackupScan.nothingInDoubt(table())));
        comparison = Optional.of(finished);
        return finished;
    }

    List<Anchor> anchors() {
        return anchors;
    }
}
