package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.EditsAccepted;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Accepted;
import dev.sheetway.orchestrator.saga.SagaState.Advancing;
import dev.sheetway.orchestrator.saga.SagaState.AwaitingApproval;
import dev.sheetway.orchestrator.saga.SagaState.AwaitingRetry;
import dev.sheetway.orchestrator.saga.SagaState.Faltering;
import dev.sheetway.orchestrator.saga.SagaState.Paused;
import dev.sheetway.orchestrator.saga.SagaState.RollbackStuck;
import java.util.Optional;

/** Folds the entries that stop a migration, let it go on or turn it round. */
final class SteeringFold {
    private SteeringFold() {}

    static Migration approvalAwaited(Migration migration, JournalEntry.ApprovalAwaited entry) {
        boolean expandDue = migration.state().equals(new Advancing(Direction.FORWARD, Optional.of(Step.EXPAND)));
        return expandDue && migration.trail().approval() == Approval.REQUIRED
                ? migration.with(new AwaitingApproval())
                : MigrationFold.impossible(migration, entry);
    }

    static Migration paused(Migration migration, JournalEntry.MigrationPaused entry) {
        return switch (migration.state()) {
            case Faltering faltering ->
                migration.with(new Paused(faltering.failed().leg(), entry.code()));
            case AwaitingRetry waiting -> migration.with(new Paused(waiting.leg(), entry.code()));
            case SagaState.Running running -> pausedInFlight(migration, running.outstanding(), entry);
            case SagaState.RollingBack back -> pausedInFlight(migration, back.outstanding(), entry);
            case Advancing other -> MigrationFold.impossible(migration, entry);
            case AwaitingApproval other -> MigrationFold.impossible(migration, entry);
            case Paused other -> MigrationFold.impossible(migration, entry);
            case RollbackStuck other -> MigrationFold.impossible(migration, entry);
            case SagaState.Ended other -> MigrationFold.impossible(migration, entry);
        };
    }

    private static Migration pausedInFlight(
            Migration migration, Outstanding outstanding, JournalEntry.MigrationPaused entry) {
        return migration.with(new Paused(outstanding.leg(), entry.code()), trailWithoutAnswer(migration));
    }

    static Migration resumed(Migration migration, JournalEntry.MigrationResumed entry) {
        return switch (migration.state()) {
            case AwaitingApproval awaiting ->
                migration.with(
                        new Advancing(Direction.FORWARD, Optional.of(Step.EXPAND)),
                        migration.trail().approved());
            case Paused paused -> migration.with(due(paused.leg()), accepting(migration.trail(), entry));
            case RollbackStuck stuck -> migration.with(due(stuck.leg()));
            case SagaState.Running other -> MigrationFold.impossible(migration, entry);
            case SagaState.RollingBack other -> MigrationFold.impossible(migration, entry);
            case SagaState.Passing other -> MigrationFold.impossible(migration, entry);
            case AwaitingRetry other -> MigrationFold.impossible(migration, entry);
            case SagaState.Ended other -> MigrationFold.impossible(migration, entry);
        };
    }

    private static Trail accepting(Trail trail, JournalEntry.MigrationResumed entry) {
        return entry.accepts().equals(Optional.of(Accepted.EDITS))
                ? trail.acceptingEdits(
                        new EditsAccepted(entry.requestedBy(), entry.header().at()))
                : trail;
    }

    private static Advancing due(Leg leg) {
        return new Advancing(leg.direction(), Optional.of(leg.step()));
    }

    static Migration rollbackStarted(Migration migration, JournalEntry.RollbackStarted entry) {
        boolean restores = entry.remedy().equals(Optional.of(JournalEntry.Remedy.RESTORE));
        boolean overtakes = restores
                // earlier releases let a restore overtake what somebody had paused as well
                && (!migration.trail().isRestoring() || SteeringDecisions.stoppedContracting(migration));
        boolean possible =
                switch (migration.state()) {
                    case Faltering faltering -> faltering.direction() == Direction.FORWARD;
                    case SagaState.Running running -> true;
                    case AwaitingRetry waiting -> waiting.leg().direction() == Direction.FORWARD || overtakes;
                    case AwaitingApproval awaiting -> true;
                    case Paused paused -> paused.leg().direction() == Direction.FORWARD || overtakes;
                    case SagaState.Completed completed -> !completed.noop();
                    case Advancing other -> false;
                    case SagaState.RollingBack other -> overtakes;
                    case RollbackStuck other -> overtakes;
                    case SagaState.RolledBack other -> false;
                    case SagaState.Refused other -> false;
                    case SagaState.Previewed other -> false;
                    case SagaState.PreviewFailed other -> false;
                    case SagaState.Restored other -> false;
                    case SagaState.Baselined other -> false;
                    case SagaState.Verified other -> false;
                };
        if (!possible || migration.isReader()) {
            return MigrationFold.impossible(migration, entry);
        }
        Undo undo = new Undo(entry.reason(), entry.remedy().orElse(JournalEntry.Remedy.CONTRACT));
        Trail trail = trailWithoutAnswer(migration).undoing(undo);
        Optional<Step> first = Route.firstOfRollback(migration, trail);
        return migration.with(new Advancing(Direction.ROLLBACK, first), trail);
    }

    /** A command that nobody waits for any more may still be carried out. */
    private static Trail trailWithoutAnswer(Migration migration) {
        boolean opening = migration
                .outstanding()
                .map(each -> each.leg().equals(Leg.forward(Step.OPEN)))
                .orElse(false);
        return opening ? migration.trail().doubtingLock() : migration.trail();
    }
}
