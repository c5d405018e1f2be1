package dev.sheetway.cli.evidence;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.cli.journal.StepView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds what proves the truths of a migration. Only entries of live migrations count; a preview proves nothing. The
 * newest word on a truth counts: a backup that was made again replaces the one before.
 */
public final class EvidenceFinder {
    private static final String OLD_DATA_CHECK = "existing_data_intact";
    private static final List<String> COLUMN_CHECKS = List.of("column_count", "new_headers", "column_mapping");

    private final MigrationView migration;
    private final Collection<MigrationView> others;

    /** @param others all migrations of the journal: one of them may have rehearsed the rollback */
    public EvidenceFinder(MigrationView migration, Collection<MigrationView> others) {
        this.migration = migration;
        this.others = List.copyOf(others);
    }

    /** One for each truth, in their order. */
    public List<Evidence> find() {
        if (migration.isPreview()) {
            return Arrays.stream(Truth.values()).map(Evidence::none).toList();
        }
        return List.of(
                new Evidence(Truth.BACKUP, backup()),
                new Evidence(Truth.COLUMNS, columns()),
                new Evidence(Truth.OLD_DATA, oldData()),
                new Evidence(Truth.ONE_SAGA, oneSaga()),
                new Evidence(Truth.ROLLBACK, rollback()));
    }

    private Optional<Evidence.Proof> backup() {
        return completed(migration, Step.BACKUP, Direction.FORWARD)
                .filter(step -> step.result().orElseThrow() instanceof StepResult.BackedUp)
                .map(EvidenceFinder::proof)
                .map(proof -> new Evidence.Proof(proof.source(), proof.place(), proof.detail() + removal()));
    }

    /** It existed, and was proven to; that it is gone by now takes nothing away from that. */
    private String removal() {
        return migration
                .backupsRemovedAt()
                .map(at -> "; removed by the plan at " + at + migration.backupsGoneBefore())
                .orElse("");
    }

    /** Columns that a rollback or a restore took away again do not exist. */
    private Optional<Evidence.Proof> columns() {
        if (migration.isTakenBack()) {
            return Optional.empty();
        }
        return verifiedSince()
                .or(() -> completed(migration, Step.VERIFY, Direction.FORWARD))
                .filter(step -> passed(step, COLUMN_CHECKS))
                .map(EvidenceFinder::proof);
    }

    /** The newest report of a verification of this migration on its own, by probation or on request; passed or not. */
    private Optional<StepView> verifiedSince() {
        return others.stream()
                .filter(other -> other.accepted()
                        .flatMap(JournalEntry.MigrationAccepted::verifies)
                        .filter(migration.id()::equals)
                        .isPresent())
                .flatMap(other -> other.step(Step.VERIFY, Direction.FORWARD).stream())
                .filter(step -> report(step).isPresent())
                .max(Comparator.comparingLong(step -> step.place().offset()));
    }

    private Optional<Evidence.Proof> oldData() {
        Direction newest = migration.isTakenBack() ? Direction.ROLLBACK : Direction.FORWARD;
        return completed(migration, Step.VERIFY, newest)
                .filter(step -> passed(step, List.of(OLD_DATA_CHECK)))
                .map(EvidenceFinder::proof);
    }

    /** Its end stands in the journal, and every entry before it in the same partition, in order. */
    private Optional<Evidence.Proof> oneSaga() {
        Optional<Recorded> end =
                switch (migration.outcome()) {
                    case COMPLETED -> migration.newest(JournalEntry.MigrationCompleted.class);
                    case ROLLED_BACK -> migration.newest(JournalEntry.MigrationRolledBack.class);
                    case RUNNING, APPROVAL_AWAITED, PAUSED, NOTHING_TO_DO -> Optional.empty();
                    case ROLLING_BACK, ROLLBACK_STUCK, REJECTED, INVALID -> Optional.empty();
                    case PREVIEWED, PREVIEW_FAILED -> Optional.empty();
                    case VERIFIED, VERIFICATION_FAILED, BASELINED -> Optional.empty();
                    case RESTORED -> migration.newest(JournalEntry.RestoreCompleted.class);
                };
        return end.filter(last -> migration.accepted().isPresent() && isOneSequence(migration.entries()))
                .flatMap(last -> source(migration)
                        .map(source -> new Evidence.Proof(
                                source,
                                last.place(),
                                migration.entries().size() + " journal entries from "
                                        + migration.entries().getFirst().place() + ", "
                                        + migration.outcome().wireName())));
    }

    private static boolean isOneSequence(List<Recorded> entries) {
        int partition = entries.getFirst().place().partition();
        long before = -1;
        for (Recorded recorded : entries) {
            if (recorded.place().partition() != partition || recorded.place().offset() <= before) {
                return false;
            }
            before = recorded.place().offset();
        }
        return true;
    }

    /** Its own rollback, an earlier one of the same plan on the spreadsheet, or one elsewhere: a rehearsal. */
    private Optional<Evidence.Proof> rollback() {
        return rollbackOf(migration)
                .or(() -> rolledBack(EvidenceFinder::rollbackOf, this::isOfTheSpreadsheet))
                .or(() -> rolledBack(EvidenceFinder::rehearsal, other -> !isOfTheSpreadsheet(other)));
    }

    private boolean isOfTheSpreadsheet(MigrationView other) {
        return other.spreadsheetId().equals(migration.spreadsheetId());
    }

    /** The newest by the same plan, as far as its source is worth as much. */
    private Optional<Evidence.Proof> rolledBack(
            Function<MigrationView, Optional<Evidence.Proof>> proof, Predicate<MigrationView> where) {
        return source(migration).flatMap(source -> others.stream()
                .filter(other -> !other.isPreview() && other.planChecksum().equals(migration.planChecksum()))
                .filter(where)
                .flatMap(other -> proof.apply(other).stream())
                .filter(found -> found.source().equals(source))
                .reduce((older, newer) -> newer));
    }

    private static Optional<Evidence.Proof> rehearsal(MigrationView elsewhere) {
        return rollbackOf(elsewhere)
                .map(proof -> new Evidence.Proof(
                        proof.source(),
                        proof.place(),
                        "the same plan on spreadsheet " + elsewhere.spreadsheetId() + ": " + proof.detail()));
    }

    private static Optional<Evidence.Proof> rollbackOf(MigrationView view) {
        boolean verified = completed(view, Step.VERIFY, Direction.ROLLBACK)
                .filter(step -> report(step).map(CheckReport::success).orElse(false))
                .isPresent();
        if (!verified) {
            return Optional.empty();
        }
        return switch (view.outcome()) {
            case ROLLED_BACK ->
                isUndone(view) ? end(view, JournalEntry.MigrationRolledBack.class, "rolled back") : none();
            case RESTORED -> end(view, JournalEntry.RestoreCompleted.class, "restored from its backup");
            case RUNNING, APPROVAL_AWAITED, PAUSED, COMPLETED, NOTHING_TO_DO, ROLLING_BACK, ROLLBACK_STUCK -> none();
            case REJECTED, INVALID, PREVIEWED, PREVIEW_FAILED, VERIFIED, VERIFICATION_FAILED, BASELINED -> none();
        };
    }

    private static Optional<Evidence.Proof> none() {
        return Optional.empty();
    }

    /** What was rolled back must have been there: an expand that was carried out. */
    private static boolean isUndone(MigrationView view) {
        return completed(view, Step.EXPAND, Direction.ROLLBACK)
                .flatMap(StepView::result)
                .filter(result -> result instanceof StepResult.Contracted contracted
                        && !(contracted.deletedColumns().isEmpty()
                                && contracted.restored().isEmpty()))
                .isPresent();
    }

    private static Optional<Evidence.Proof> end(MigrationView view, Class<? extends JournalEntry> type, String what) {
        return source(view).flatMap(source -> view.newest(type)
                .map(end -> new Evidence.Proof(
                        source, end.place(), "migration " + view.id() + " was " + what + " and verified")));
    }

    private static Optional<String> source(MigrationView view) {
        return view.steps().stream()
                .flatMap(step -> step.result().stream())
                .map(StepResult::source)
                .findFirst();
    }

    private static Optional<StepView> completed(MigrationView view, Step step, Direction direction) {
        return view.step(step, direction)
                .filter(found -> found.state() == StepView.State.COMPLETED
                        && found.result().isPresent());
    }

    private static boolean passed(StepView step, List<String> checks) {
        return report(step)
                .map(report -> checks.stream().allMatch(wanted -> report.checks().stream()
                        .anyMatch(check -> check.id().equals(wanted) && check.passed())))
                .orElse(false);
    }

    private static Optional<CheckReport> report(StepView step) {
        return step.result().flatMap(EvidenceFinder::report);
    }

    private static Optional<CheckReport> report(StepResult result) {
        if (result instanceof StepResult.Verified verified) {
            return Optional.of(verified.report());
        }
        return result instanceof StepResult.RollbackVerified verified
                ? Optional.of(verified.report())
                : Optional.empty();
    }

    private static Evidence.Proof proof(StepView step) {
        StepResult result = step.result().orElseThrow();
        return new Evidence.Proof(result.source(), step.place(), result.summary());
    }
}
