package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import java.time.Instant;
import java.util.Optional;

/** Folds journal entries into a spreadsheet's state; the same code runs live and when the journal is read again. */
public final class SagaFold {
    private SagaFold() {}

    /**
     * The state after {@code entry}.
     *
     * @throws ImpossibleEntry when the entry does not follow from the state: a bug, never an input's fault
     */
    public static SpreadsheetState evolve(SpreadsheetState state, JournalEntry entry) {
        SpreadsheetState now = state.at(entry.header().at());
        if (RetentionFold.isAbout(entry)) {
            return RetentionFold.evolve(now, entry);
        }
        return switch (entry) {
            case JournalEntry.MigrationAccepted accepted -> accept(now, accepted);
            case JournalEntry.MigrationRejected rejected -> reject(now, rejected);
            case JournalEntry.RollbackWindowClosed closed -> closeWindow(now, closed);
            case JournalEntry.RollbackStarted started -> startRollback(now, started);
            case JournalEntry.MigrationPaused paused ->
                remember(step(now, paused), paused.requestId(), paused.requestContent());
            case JournalEntry.MigrationResumed resumed ->
                remember(step(now, resumed), Optional.of(resumed.requestId()), resumed.requestContent());
            case JournalEntry.StepCommanded other -> step(now, other);
            case JournalEntry.StepProgressed other -> step(now, other);
            case JournalEntry.StepCompleted other -> step(now, other);
            case JournalEntry.StepFailed other -> step(now, other);
            case JournalEntry.StepRetried other -> step(now, other);
            case JournalEntry.ApprovalAwaited other -> step(now, other);
            case JournalEntry.MigrationCompleted other -> step(now, other);
            case JournalEntry.MigrationRolledBack other -> step(now, other);
            case JournalEntry.RollbackStuck other -> step(now, other);
            case JournalEntry.PreviewCompleted other -> step(now, other);
            case JournalEntry.PreviewFailed other -> step(now, other);
            case JournalEntry.VerificationCompleted other -> step(now, other);
            case JournalEntry.BaselineCompleted other -> step(now, other);
            case JournalEntry.RestoreCompleted other -> step(now, other);
            case JournalEntry.DriftDetected drift -> drifted(now, drift);
        };
    }

    private static SpreadsheetState accept(SpreadsheetState state, JournalEntry.MigrationAccepted accepted) {
        boolean reads = accepted.kind() == Kind.PREVIEW || accepted.kind() == Kind.VERIFICATION;
        if (knows(state, accepted.header().migrationId())
                || (!reads && state.live().isPresent())) {
            throw new ImpossibleEntry(accepted, "of a spreadsheet that is busy or knows the migration");
        }
        Optional<Migration> verified = accepted.verifies().flatMap(state::reversible);
        if (verified.isPresent() != (accepted.kind() == Kind.VERIFICATION)) {
            throw new ImpossibleEntry(accepted, "of a spreadsheet without the migration to verify");
        }
        SpreadsheetState watching = verified.map(each -> state.withReversible(watched(each, accepted)))
                .orElse(state);
        return put(watching, MigrationFold.accepted(accepted, verified));
    }

    /** Earlier releases forgot each migration that left nothing, and ran its request again. */
    private static boolean knows(SpreadsheetState state, MigrationId id) {
        return state.active(id).isPresent()
                || state.ended(id).filter(each -> !each.leftNothing()).isPresent();
    }

    private static Migration watched(Migration completed, JournalEntry.MigrationAccepted verification) {
        Instant at = verification.header().at();
        return completed.with(
                completed.state(),
                completed.trail().onProbation(completed.trail().probation().flatMap(each -> each.after(at))));
    }

    private static SpreadsheetState drifted(SpreadsheetState state, JournalEntry.DriftDetected drift) {
        if (state.reversible(drift.header().migrationId()).isEmpty()) {
            throw new ImpossibleEntry(drift, "of a spreadsheet without that completed migration");
        }
        return state;
    }

    private static SpreadsheetState reject(SpreadsheetState state, JournalEntry.MigrationRejected rejected) {
        if (rejected.header().step().isPresent()) {
            return step(state, rejected);
        }
        return remember(state, Optional.of(rejected.requestId()), rejected.requestContent());
    }

    private static SpreadsheetState closeWindow(SpreadsheetState state, JournalEntry.RollbackWindowClosed closed) {
        var id = closed.header().migrationId();
        Migration completed = state.reversible(id)
                .orElseThrow(() -> new ImpossibleEntry(closed, "of a spreadsheet without that rollback window"));
        SpreadsheetState without = state.withoutReversible(id);
        return RetentionFold.of(completed, closed.header().at())
                .flatMap(retention -> state.ended(id).map(each -> each.retaining(Optional.of(retention))))
                .map(without::withKnown)
                .orElse(without);
    }

    private static SpreadsheetState startRollback(SpreadsheetState state, JournalEntry.RollbackStarted started) {
        var id = started.header().migrationId();
        Optional<Migration> completed = state.reversible(id);
        if (completed.isEmpty()) {
            return remember(step(state, started), started.requestId(), started.requestContent());
        }
        if (state.live().isPresent()) {
            throw new ImpossibleEntry(started, "of a spreadsheet that is busy");
        }
        Migration rollingBack = MigrationFold.evolve(completed.get(), started);
        return remember(
                state.withoutReversible(id).withLive(rollingBack), started.requestId(), started.requestContent());
    }

    private static SpreadsheetState step(SpreadsheetState state, JournalEntry entry) {
        Migration before = state.active(entry.header().migrationId())
                .orElseThrow(() -> new ImpossibleEntry(entry, "of a spreadsheet without that migration"));
        Migration after = MigrationFold.evolve(before, entry);
        return after.state() instanceof SagaState.Ended outcome ? end(state, after, outcome, entry) : put(state, after);
    }

    private static SpreadsheetState put(SpreadsheetState state, Migration migration) {
        return migration.isReader() ? state.withPreview(migration) : state.withLive(migration);
    }

    private static SpreadsheetState end(
            SpreadsheetState state, Migration ended, SagaState.Ended outcome, JournalEntry entry) {
        if (ended.isReader()) {
            AnsweredRequest answered = new AnsweredRequest(
                    ended.acceptance().requestId(), Optional.of(RequestContent.of(ended.acceptance())), state.time());
            return state.withoutPreview(ended.id()).withAnswered(answered);
        }
        SpreadsheetState free = state.withoutLive()
                .withEnded(ended.summary(outcome, entry.header().at()));
        return outcome instanceof SagaState.Completed completed && !completed.noop()
                ? free.withReversible(ended)
                : free;
    }

    private static SpreadsheetState remember(
            SpreadsheetState state, Optional<String> requestId, Optional<String> content) {
        return requestId
                .map(id -> state.withAnswered(new AnsweredRequest(id, content, state.time())))
                .orElse(state);
    }
}
