package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.journal.JournalEntry;
import java.time.Instant;
import java.util.List;

/**
 * What is due by now: unanswered commands, further attempts, the end of rollback windows, verifications on probation, the
 * removal of backups.
 */
final class TimeDecisions {
    private final Progression progression;
    private final Failures failures;
    private final ProbationDecisions probation;
    private final RetentionDecisions retention;

    TimeDecisions(Progression progression) {
        this.progression = progression;
        this.failures = new Failures(progression);
        this.probation = new ProbationDecisions(progression);
        this.retention = new RetentionDecisions(progression);
    }

    void decide(Decision decision) {
        List<Migration> active = decision.state().active().toList();
        active.forEach(migration -> decide(decision, migration));
        List<Migration> reversible = decision.state().reversible();
        reversible.stream()
                .filter(each -> isDue(decision, DueTimes.windowEnds(each)))
                .forEach(each -> decision.add(each, Direction.FORWARD, JournalEntry.RollbackWindowClosed::new));
        probation.tick(decision);
        retention.tick(decision);
    }

    private void decide(Decision decision, Migration migration) {
        switch (migration.state()) {
            case SagaState.Running running -> answerDue(decision, migration, running.outstanding());
            case SagaState.RollingBack rollingBack -> answerDue(decision, migration, rollingBack.outstanding());
            case SagaState.AwaitingRetry waiting -> attemptDue(decision, migration, waiting);
            case SagaState.AwaitingApproval waiting -> {}
            case SagaState.Paused paused -> {}
            case SagaState.RollbackStuck stuck -> {}
            case SagaState.Passing passing -> throw Progression.unsettled(migration);
            case SagaState.Ended ended -> throw Progression.unsettled(migration);
        }
    }

    private void answerDue(Decision decision, Migration migration, Outstanding outstanding) {
        if (LogClock.wentBack(outstanding.since(), decision.clock())) {
            failures.clockWentBack(decision, migration, outstanding);
        } else if (isDue(decision, outstanding.deadline())) {
            failures.unanswered(decision, migration, outstanding);
        }
    }

    private void attemptDue(Decision decision, Migration migration, SagaState.AwaitingRetry waiting) {
        boolean wentBack = waiting.since()
                .map(since -> LogClock.wentBack(since, decision.clock()))
                .orElse(false);
        if (wentBack || isDue(decision, waiting.notBefore())) {
            progression.command(decision, migration, waiting.leg());
        }
    }

    private static boolean isDue(Decision decision, Instant when) {
        return !decision.clock().isBefore(when);
    }
}
