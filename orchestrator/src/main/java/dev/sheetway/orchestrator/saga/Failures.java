package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import java.time.Instant;
import java.util.Optional;

/** What follows from a failed attempt. */
final class Failures {
    private final Progression progression;

    Failures(Progression progression) {
        this.progression = progression;
    }

    /** A participant said that the outstanding command failed. */
    void failed(
            Decision decision,
            Migration migration,
            Failure failure,
            Optional<StepResult> evidence,
            Optional<Calls> calls) {
        if (failure.failureClass() == FailureClass.STALE) {
            return;
        }
        Outstanding failed = record(decision, migration, failure, evidence, calls);
        switch (failure.failureClass()) {
            case RETRYABLE, UNKNOWN -> retry(decision, migration, failed, failure, false);
            case PAUSE -> pause(decision, migration, failed, failure, evidence);
            case FAILED -> giveUp(decision, migration, failed, failure, evidence);
            case STALE -> throw Progression.unsettled(migration);
        }
    }

    /** Nobody answered in time; the wait was the back-off. */
    void unanswered(Decision decision, Migration migration, Outstanding outstanding) {
        askAgain(decision, migration, outstanding, Unanswered.inTime(outstanding));
    }

    void clockWentBack(Decision decision, Migration migration, Outstanding outstanding) {
        askAgain(decision, migration, outstanding, Unanswered.whileTheClockWentBack(outstanding, decision.clock()));
    }

    private void askAgain(Decision decision, Migration migration, Outstanding outstanding, Failure failure) {
        record(decision, migration, failure, Optional.empty(), Optional.empty());
        retry(decision, migration, outstanding, failure, true);
    }

    private static Outstanding record(
            Decision decision,
            Migration migration,
            Failure failure,
            Optional<StepResult> evidence,
            Optional<Calls> calls) {
        Outstanding failed = migration.outstanding().orElseThrow(() -> Progression.unsettled(migration));
        decision.add(
                migration,
                failed.leg(),
                failed.attempt(),
                header -> new JournalEntry.StepFailed(header, failed.commandId(), failure, evidence, calls));
        return failed;
    }

    private void retry(Decision decision, Migration migration, Outstanding failed, Failure failure, boolean now) {
        Series series = failed.series().failedAgain(decision.clock());
        RetryPolicy policy = progression.policy();
        if (policy.exhausted(series, decision.clock())) {
            exhausted(decision, migration, failed, gaveUp(failure, series));
            return;
        }
        Instant notBefore = now
                ? decision.clock()
                : decision.clock().plus(policy.delay(failure, failed.commandId(), series.failures()));
        decision.add(
                migration,
                failed.leg(),
                failed.attempt(),
                header -> new JournalEntry.StepRetried(header, failure, notBefore));
        if (now) {
            progression.command(decision, decision.active(migration.id()), failed.leg());
        }
    }

    private static Failure gaveUp(Failure last, Series series) {
        return Failure.of(
                FailureClass.FAILED,
                last.code(),
                "gave up after " + series.failures() + " attempts since " + series.since() + "; the last one: "
                        + last.message());
    }

    private void exhausted(Decision decision, Migration migration, Outstanding failed, Failure failure) {
        if (migration.isReader() || !migration.trail().mayHaveChangedTheSheet()) {
            giveUp(decision, migration, failed, failure, Optional.empty());
        } else {
            pause(decision, migration, failed, failure, Optional.empty());
        }
    }

    private static void pause(
            Decision decision,
            Migration migration,
            Outstanding failed,
            Failure failure,
            Optional<StepResult> evidence) {
        if (migration.isReader()) {
            failReader(decision, migration, failed, failure, evidence);
            return;
        }
        decision.add(
                migration,
                failed.leg(),
                failed.attempt(),
                header ->
                        new JournalEntry.MigrationPaused(header, Optional.empty(), failure.code(), failure.message()));
    }

    private void giveUp(
            Decision decision,
            Migration migration,
            Outstanding failed,
            Failure failure,
            Optional<StepResult> evidence) {
        Trail trail = decision.active(migration.id()).trail();
        if (migration.isReader()) {
            failReader(decision, migration, failed, failure, evidence);
        } else if (failed.leg().direction() == Direction.ROLLBACK) {
            decision.add(
                    migration,
                    failed.leg(),
                    failed.attempt(),
                    header -> new JournalEntry.RollbackStuck(header, failure));
        } else if (migration.isBaseline() || (failed.leg().step() == Step.OPEN && trail.lock() == Lock.ABSENT)) {
            refuse(decision, migration, failed, failure);
        } else if (trail.mayHaveChangedTheSheet()
                && !migration.plan().rollback().automatic()) {
            pause(decision, migration, failed, failure, Optional.empty());
        } else {
            rollBack(decision, migration, failed, failure);
        }
    }

    private static void refuse(Decision decision, Migration migration, Outstanding failed, Failure failure) {
        Acceptance asked = migration.acceptance();
        decision.add(
                migration,
                failed.leg(),
                failed.attempt(),
                header -> new JournalEntry.MigrationRejected(
                        header, asked.requestId(), asked.requestedBy(), failure.code(), failure.message()));
    }

    private void rollBack(Decision decision, Migration migration, Outstanding failed, Failure failure) {
        String reason =
                "step " + failed.leg().step().wireName() + " failed: " + failure.code() + ": " + failure.message();
        progression.rollBack(decision, migration, reason);
    }

    private static void failReader(
            Decision decision,
            Migration migration,
            Outstanding failed,
            Failure failure,
            Optional<StepResult> evidence) {
        if (!migration.isPreview()) {
            ProbationDecisions.end(
                    decision,
                    decision.active(migration.id()),
                    failed.leg(),
                    failed.attempt(),
                    evidence.filter(StepResult.Verified.class::isInstance),
                    Optional.of(failure));
            return;
        }
        decision.add(
                migration, failed.leg(), failed.attempt(), header -> new JournalEntry.PreviewFailed(header, failure));
    }
}
