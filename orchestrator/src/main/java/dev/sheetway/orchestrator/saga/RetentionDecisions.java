package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Has backups removed whose time is over, where the plan says so: after the rollback window, while nothing is under way
 * on the spreadsheet. A removal that fails blocks nobody; it is tried again, later, and given up in the end.
 */
final class RetentionDecisions {
    /** Failures in a row; those that may pass are tried again soon {@value #SOON} times, the others daily. */
    static final int MOST_FAILURES = 12;

    private static final int SOON = 5;
    private static final Duration LATER = Duration.ofDays(1);

    private final Progression progression;

    RetentionDecisions(Progression progression) {
        this.progression = progression;
    }

    /** When something is due for the backups of {@code ended}; empty while something has to end first. */
    static Optional<Instant> due(SpreadsheetState state, MigrationSummary ended) {
        return ended.retention().flatMap(retention -> switch (retention.stage()) {
            case Retention.Kept kept ->
                isBusy(state, ended.migrationId()) ? Optional.empty() : Optional.of(kept.notBefore());
            case Retention.Removing removing ->
                Optional.of(removing.outstanding().deadline());
            case Retention.GivenUp given -> Optional.empty();
            case Retention.Removed removed -> Optional.empty();
        });
    }

    /** What is under way may need a person, or the very backups; a removal has time. */
    private static boolean isBusy(SpreadsheetState state, MigrationId id) {
        return state.live().isPresent()
                || state.previews().stream()
                        .anyMatch(each -> each.trail().verifies().equals(Optional.of(id)));
    }

    void tick(Decision decision) {
        decision.state().ended().forEach(ended -> ended.retention().ifPresent(retention -> {
            switch (retention.stage()) {
                case Retention.Kept kept -> {
                    if (!isBusy(decision.state(), ended.migrationId())
                            && progression.mayRemove(kept.notBefore(), decision)) {
                        command(decision, ended, retention);
                    }
                }
                case Retention.Removing removing -> answerDue(decision, ended, removing.outstanding());
                case Retention.GivenUp given -> {}
                case Retention.Removed removed -> {}
            }
        }));
    }

    private void command(Decision decision, MigrationSummary ended, Retention retention) {
        int attempt = retention.lastAttempt() + 1;
        EffectId effect = new EffectId(ended.migrationId(), Step.REMOVE_BACKUP, Direction.FORWARD, Progression.EPOCH);
        Instant deadline = decision.clock().plus(progression.policy().answerWithin());
        decision.add(
                ended,
                RetentionFold.REMOVAL,
                attempt,
                header -> new JournalEntry.StepCommanded(
                        header, CommandId.of(effect, attempt), CommandType.REMOVE_BACKUP, Progression.EPOCH, deadline));
    }

    private void answerDue(Decision decision, MigrationSummary ended, Outstanding outstanding) {
        Instant clock = decision.clock();
        if (LogClock.wentBack(outstanding.since(), clock)) {
            failed(decision, ended, outstanding, Unanswered.whileTheClockWentBack(outstanding, clock));
        } else if (!clock.isBefore(outstanding.deadline())) {
            failed(decision, ended, outstanding, Unanswered.inTime(outstanding));
        }
    }

    /** Only an answer to the outstanding command leads to anything. */
    void answered(Decision decision, StepEvent event) {
        SpreadsheetState state = decision.state();
        state.ended(event.header().migrationId()).ifPresent(ended -> ended.retention()
                .flatMap(Retention::outstanding)
                .filter(each -> EventHeader.answering(OutstandingCommands.header(state, ended, each))
                        .equals(event.header()))
                .ifPresent(outstanding -> answer(decision, ended, outstanding, event)));
    }

    private void answer(Decision decision, MigrationSummary ended, Outstanding outstanding, StepEvent event) {
        switch (event) {
            case StepEvent.StepStarted started -> {}
            case StepEvent.StepProgressed progressed ->
                decision.add(
                        ended,
                        outstanding.leg(),
                        outstanding.attempt(),
                        header -> new JournalEntry.StepProgressed(
                                header,
                                outstanding.commandId(),
                                progressed.activity(),
                                progressed.done(),
                                progressed.total(),
                                progressed.unit()));
            case StepEvent.StepCompleted completed -> completed(decision, ended, outstanding, completed);
            case StepEvent.StepFailed failed ->
                failed(decision, ended, outstanding, failed.failure(), failed.evidence(), failed.calls());
        }
    }

    private void completed(
            Decision decision, MigrationSummary ended, Outstanding outstanding, StepEvent.StepCompleted event) {
        StepResult result = event.result();
        Optional<Failure> contradiction = Results.contradiction(outstanding.command(), result);
        if (contradiction.isPresent()) {
            failed(decision, ended, outstanding, contradiction.get(), Optional.of(result), event.calls());
            return;
        }
        decision.add(
                ended,
                outstanding.leg(),
                outstanding.attempt(),
                header -> new JournalEntry.StepCompleted(
                        header, outstanding.commandId(), result.summary(), result, event.calls()));
    }

    private void failed(Decision decision, MigrationSummary ended, Outstanding outstanding, Failure failure) {
        failed(decision, ended, outstanding, failure, Optional.empty(), Optional.empty());
    }

    private void failed(
            Decision decision,
            MigrationSummary ended,
            Outstanding outstanding,
            Failure failure,
            Optional<StepResult> evidence,
            Optional<Calls> calls) {
        int failures = outstanding.series().failures() + 1;
        Failure counted = failures < MOST_FAILURES ? failure : gaveUp(failure, failures);
        decision.add(
                ended,
                outstanding.leg(),
                outstanding.attempt(),
                header -> new JournalEntry.StepFailed(header, outstanding.commandId(), counted, evidence, calls));
        if (counted.failureClass() != FailureClass.FAILED) {
            Instant again = decision.clock().plus(delay(failure, outstanding.commandId(), failures));
            // the clock may have been set back behind the date that led to this attempt
            Instant notBefore = ended.retention()
                    .map(Retention::due)
                    .filter(again::isBefore)
                    .orElse(again);
            decision.add(
                    ended,
                    outstanding.leg(),
                    outstanding.attempt(),
                    header -> new JournalEntry.StepRetried(header, failure, notBefore));
        }
    }

    private static Failure gaveUp(Failure last, int failures) {
        return Failure.of(
                FailureClass.FAILED,
                last.code(),
                "gave up after " + failures
                        + " attempts: the backups stay where they are, and nobody tries again; remove"
                        + " them yourself if they must go; the last attempt: " + last.message());
    }

    private Duration delay(Failure failure, CommandId command, int failures) {
        boolean mayPass =
                failure.failureClass() == FailureClass.RETRYABLE || failure.failureClass() == FailureClass.UNKNOWN;
        boolean soon = failure.retryAfter().isPresent() || (mayPass && failures <= SOON);
        return soon ? progression.policy().delay(failure, command, failures) : LATER;
    }
}
