package dev.sheetway.cli.journal;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds the entries of one migration to its steps, in the order in which they were first commanded. */
final class StepFold {
    private record Key(Step step, Direction direction) {}

    private final Map<Key, StepView> steps = new LinkedHashMap<>();

    static List<StepView> of(List<Recorded> entries) {
        StepFold fold = new StepFold();
        entries.forEach(fold::add);
        return List.copyOf(fold.steps.values());
    }

    private void add(Recorded recorded) {
        recorded.entry().header().step().ifPresent(step -> {
            add(recorded, step);
            count(recorded.entry(), step);
        });
    }

    /** After its step is known: an attempt ends once, with one of these. */
    private void count(JournalEntry entry, Step step) {
        if (entry instanceof JournalEntry.StepCompleted completed) {
            count(entry, step, completed.calls());
        } else if (entry instanceof JournalEntry.StepFailed failed) {
            count(entry, step, failed.calls());
        } else if (entry instanceof JournalEntry.PreviewCompleted previewed) {
            count(entry, step, previewed.calls());
        }
    }

    private void count(JournalEntry entry, Step step, Optional<Calls> calls) {
        Key key = new Key(step, entry.header().direction());
        steps.computeIfPresent(key, (same, view) -> view.calling(CallCount.of(calls)));
    }

    private void add(Recorded recorded, Step step) {
        switch (recorded.entry()) {
            case JournalEntry.StepCommanded commanded -> commanded(recorded, step);
            case JournalEntry.StepCompleted completed ->
                ended(recorded, step, StepView.State.COMPLETED, Optional.of(completed.result()), Optional.empty());
            case JournalEntry.PreviewCompleted previewed ->
                ended(recorded, step, StepView.State.COMPLETED, Optional.of(previewed.result()), Optional.empty());
            case JournalEntry.StepFailed failed ->
                ended(recorded, step, StepView.State.FAILED, failed.evidence(), Optional.of(failed.failure()));
            case JournalEntry.PreviewFailed failed ->
                ended(recorded, step, StepView.State.FAILED, Optional.empty(), Optional.of(failed.failure()));
            case JournalEntry.StepRetried retried ->
                ended(recorded, step, StepView.State.WAITING, Optional.empty(), Optional.of(retried.failure()));
            case JournalEntry.VerificationCompleted verified ->
                ended(
                        recorded,
                        step,
                        verified.failure().isEmpty() ? StepView.State.COMPLETED : StepView.State.FAILED,
                        verified.result(),
                        verified.failure());
            case JournalEntry.BaselineCompleted e -> {}
            case JournalEntry.RestoreCompleted e -> {}
            case JournalEntry.DriftDetected e -> {}
            case JournalEntry.StepProgressed e -> {}
            case JournalEntry.MigrationAccepted e -> {}
            case JournalEntry.MigrationRejected e -> {}
            case JournalEntry.ApprovalAwaited e -> {}
            case JournalEntry.MigrationPaused e -> {}
            case JournalEntry.MigrationResumed e -> {}
            case JournalEntry.MigrationCompleted e -> {}
            case JournalEntry.RollbackStarted e -> {}
            case JournalEntry.MigrationRolledBack e -> {}
            case JournalEntry.RollbackStuck e -> {}
            case JournalEntry.RollbackWindowClosed e -> {}
        }
    }

    private void commanded(Recorded recorded, Step step) {
        Key key = new Key(step, recorded.entry().header().direction());
        Optional<StepView> before = Optional.ofNullable(steps.get(key));
        Instant first = before.map(StepView::commandedAt)
                .orElse(recorded.entry().header().at());
        steps.put(
                key,
                new StepView(
                        step,
                        key.direction(),
                        StepView.State.RUNNING,
                        before.map(StepView::attempts).orElse(0) + 1,
                        first,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        before.map(StepView::calls).orElse(CallCount.NONE),
                        recorded.place()));
    }

    private void ended(
            Recorded recorded,
            Step step,
            StepView.State state,
            Optional<StepResult> result,
            Optional<Failure> failure) {
        Key key = new Key(step, recorded.entry().header().direction());
        Instant at = recorded.entry().header().at();
        Optional<StepView> before = Optional.ofNullable(steps.get(key));
        steps.put(
                key,
                new StepView(
                        step,
                        key.direction(),
                        state,
                        before.map(StepView::attempts).orElse(1),
                        before.map(StepView::commandedAt).orElse(at),
                        Optional.of(at),
                        result.or(() -> before.flatMap(StepView::result)),
                        failure,
                        before.map(StepView::calls).orElse(CallCount.NONE),
                        recorded.place()));
    }
}
