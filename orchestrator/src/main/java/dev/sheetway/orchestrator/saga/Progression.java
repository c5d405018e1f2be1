package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes a migration from one step to the next, or to its end. */
class Progression {
    /** Rises only after a slot was fenced, and a migration that fenced a slot never goes forward again. */
    static final int EPOCH = 1;

    private final RetryPolicy policy;

    Progression(RetryPolicy policy) {
        this.policy = policy;
    }

    RetryPolicy policy() {
        return policy;
    }

    /** Commands the step that is due, asks for the approval that is due, or ends the migration. */
    void advance(Decision decision, MigrationId id) {
        Migration migration = decision.active(id);
        if (!(migration.state() instanceof SagaState.Advancing due)) {
            throw unsettled(migration);
        }
        if (due.next().isEmpty()) {
            end(decision, migration, due.direction());
        } else if (expandIsDue(due) && !migration.isBaseline()) {
            expand(decision, migration);
        } else {
            command(decision, migration, new Leg(due.next().get(), due.direction()));
        }
    }

    private static boolean expandIsDue(SagaState.Advancing due) {
        return due.direction() == Direction.FORWARD && due.next().equals(Optional.of(Step.EXPAND));
    }

    private void expand(Decision decision, Migration migration) {
        if (migration.trail().approval() == Approval.REQUIRED) {
            decision.add(migration, Direction.FORWARD, JournalEntry.ApprovalAwaited::new);
        } else if (backupIsTooOld(decision, migration)) {
            command(decision, migration, Leg.forward(Step.BACKUP));
        } else {
            command(decision, migration, Leg.forward(Step.EXPAND));
        }
    }

    /** Once expand was commanded the sheet may be changed, and a copy of it would be no backup. */
    boolean backupIsTooOld(Decision decision, Migration migration) {
        Trail trail = migration.trail();
        return !trail.mayHaveChangedTheSheet()
                && trail.results()
                        .backedUpAt()
                        .map(made -> LogClock.wentBack(made, decision.clock())
                                || decision.clock()
                                        .isAfter(made.plus(
                                                migration.plan().backup().maxAge())))
                        .orElse(true);
    }

    /** Never early: the log's clock itself must have come so far. */
    boolean mayRemove(Instant notBefore, Decision decision) {
        return !decision.clock().isBefore(notBefore);
    }

    /** A failed step is the cause. */
    void rollBack(Decision decision, Migration migration, String reason) {
        decision.add(
                migration,
                Direction.ROLLBACK,
                header -> new JournalEntry.RollbackStarted(header, Optional.empty(), reason));
        advance(decision, migration.id());
    }

    void rollBack(Decision decision, Migration migration, Request.Steer request) {
        takeBack(decision, migration, request, Optional.empty());
    }

    /** Begins a rollback that ends with the whole spreadsheet as the backup has it, or turns one into that. */
    void restore(Decision decision, Migration migration, Request.Steer request) {
        takeBack(decision, migration, request, Optional.of(JournalEntry.Remedy.RESTORE));
    }

    private void takeBack(
            Decision decision, Migration migration, Request.Steer request, Optional<JournalEntry.Remedy> remedy) {
        decision.add(
                migration,
                Direction.ROLLBACK,
                header -> new JournalEntry.RollbackStarted(
                        header,
                        Optional.of(request.requestId()),
                        SteeringDecisions.reason(request),
                        remedy,
                        Optional.of(RequestContent.of(request))));
        advance(decision, migration.id());
    }

    /** Commands the next attempt at {@code leg}. */
    void command(Decision decision, Migration migration, Leg leg) {
        int attempt = migration.trail().lastAttempt(leg) + 1;
        EffectId effect = new EffectId(migration.id(), leg.step(), leg.direction(), EPOCH);
        CommandType type = Route.command(leg, migration.acceptance().kind());
        Instant deadline = decision.clock().plus(policy.answerWithin());
        decision.add(
                migration,
                leg,
                attempt,
                header -> new JournalEntry.StepCommanded(header, CommandId.of(effect, attempt), type, EPOCH, deadline));
    }

    private static void end(Decision decision, Migration migration, Direction direction) {
        if (direction == Direction.ROLLBACK) {
            endRollback(decision, migration);
            return;
        }
        if (migration.isBaseline()) {
            decision.add(migration, direction, JournalEntry.BaselineCompleted::new);
            return;
        }
        boolean noop = migration.trail().lastAttempt(Leg.forward(Step.CLOSE)) == 0;
        if (!noop) {
            closeTheOldestWindow(decision);
        }
        Instant windowEnds = noop
                ? decision.at()
                : decision.at().plus(migration.plan().rollback().window());
        decision.add(migration, direction, header -> new JournalEntry.MigrationCompleted(header, noop, windowEnds));
    }

    private static void endRollback(Decision decision, Migration migration) {
        String reason = migration.trail().undo().map(Undo::reason).orElse("");
        decision.add(
                migration,
                Direction.ROLLBACK,
                header -> migration.trail().isRestoring()
                        ? new JournalEntry.RestoreCompleted(header, reason)
                        : new JournalEntry.MigrationRolledBack(header, reason));
    }

    private static void closeTheOldestWindow(Decision decision) {
        List<Migration> reversible = decision.state().reversible();
        if (reversible.size() >= SpreadsheetState.MOST_REVERSIBLE) {
            decision.add(reversible.getFirst(), Direction.FORWARD, JournalEntry.RollbackWindowClosed::new);
        }
    }

    static boolean isRollingBack(Migration migration) {
        return switch (migration.state()) {
            case SagaState.RollingBack rollingBack -> true;
            case SagaState.RollbackStuck stuck -> true;
            case SagaState.AwaitingRetry waiting -> waiting.leg().direction() == Direction.ROLLBACK;
            case SagaState.Paused paused -> paused.leg().direction() == Direction.ROLLBACK;
            case SagaState.Passing passing -> passing.direction() == Direction.ROLLBACK;
            case SagaState.Running running -> false;
            case SagaState.AwaitingApproval waiting -> false;
            case SagaState.Ended ended -> false;
        };
    }

    static IllegalStateException unsettled(Migration migration) {
        return new IllegalStateException("migration \"" + migration.id() + "\" is in state " + migration.state()
                + ", in which no decision may leave or find it: the decider is broken");
    }
}
