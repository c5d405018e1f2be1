package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.orchestrator.saga.SagaState.Advancing;
import dev.sheetway.orchestrator.saga.SagaState.AwaitingRetry;
import dev.sheetway.orchestrator.saga.SagaState.Faltering;
import dev.sheetway.orchestrator.saga.SagaState.RollbackStuck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Folds entries into one migration. */
final class MigrationFold {
    private MigrationFold() {}

    /** @param verified the completed migration that a verification is about */
    static Migration accepted(JournalEntry.MigrationAccepted accepted, Optional<Migration> verified) {
        JournalHeader header = accepted.header();
        Acceptance acceptance = new Acceptance(
                accepted.requestId(),
                accepted.requestedBy(),
                accepted.kind(),
                accepted.requireApproval(),
                header.planName(),
                header.planChecksum(),
                header.at(),
                accepted.waiver(),
                accepted.occasion(),
                accepted.traceId());
        return new Migration(
                header.migrationId(),
                acceptance,
                accepted.plan(),
                new Advancing(Direction.FORWARD, Optional.of(Route.first(accepted.kind()))),
                verified.map(Trail::verifying).orElse(Trail.start(accepted.requireApproval())));
    }

    static Migration evolve(Migration migration, JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.StepCommanded commanded -> commanded(migration, commanded);
            case JournalEntry.StepProgressed progressed -> progressed(migration, progressed);
            case JournalEntry.StepCompleted completed -> completed(migration, completed);
            case JournalEntry.StepFailed failed -> failed(migration, failed);
            case JournalEntry.StepRetried retried -> retried(migration, retried);
            case JournalEntry.ApprovalAwaited awaited -> SteeringFold.approvalAwaited(migration, awaited);
            case JournalEntry.MigrationPaused paused -> SteeringFold.paused(migration, paused);
            case JournalEntry.MigrationResumed resumed -> SteeringFold.resumed(migration, resumed);
            case JournalEntry.RollbackStarted started -> SteeringFold.rollbackStarted(migration, started);
            case JournalEntry.RollbackStuck stuck ->
                migration.with(
                        new RollbackStuck(faltering(migration, stuck).failed().leg(), stuck.failure()));
            case JournalEntry.MigrationCompleted completed ->
                completed(ended(migration, Direction.FORWARD, completed), completed);
            case JournalEntry.BaselineCompleted completed ->
                ended(migration, Direction.FORWARD, completed).with(new SagaState.Baselined());
            case JournalEntry.RestoreCompleted restored ->
                ended(migration, Direction.ROLLBACK, restored).with(new SagaState.Restored(restored.reason()));
            case JournalEntry.VerificationCompleted verified -> verified(migration, verified);
            case JournalEntry.DriftDetected drift -> impossible(migration, drift);
            case JournalEntry.MigrationRolledBack rolledBack ->
                ended(migration, Direction.ROLLBACK, rolledBack).with(new SagaState.RolledBack(rolledBack.reason()));
            case JournalEntry.MigrationRejected refused -> refused(migration, refused);
            case JournalEntry.PreviewCompleted completed -> previewed(migration, completed);
            case JournalEntry.PreviewFailed failed ->
                faltering(migration, failed).failed().leg().equals(Leg.forward(Step.OPEN)) && migration.isPreview()
                        ? migration.with(
                                new SagaState.PreviewFailed(failed.failure().code()))
                        : impossible(migration, failed);
            case JournalEntry.MigrationAccepted accepted -> impossible(migration, accepted);
            case JournalEntry.RollbackWindowClosed closed -> impossible(migration, closed);
        };
    }

    private static Migration completed(Migration migration, JournalEntry.MigrationCompleted entry) {
        Optional<Probation> probation = entry.noop()
                ? Optional.empty()
                : Probation.from(entry.header().at(), migration.plan().probation());
        return migration.with(
                new SagaState.Completed(entry.noop(), entry.rollbackWindowEnds()),
                migration.trail().onProbation(probation));
    }

    private static Migration verified(Migration migration, JournalEntry.VerificationCompleted entry) {
        boolean faltering = migration.state() instanceof Faltering;
        boolean possible = entry.failure().isPresent()
                ? faltering
                : migration.state() instanceof SagaState.Running
                        || (faltering && entry.ordinaryUse().isPresent());
        return possible && migration.acceptance().kind() == JournalEntry.Kind.VERIFICATION
                ? migration.with(new SagaState.Verified(entry.failure().isEmpty()))
                : impossible(migration, entry);
    }

    private static Migration commanded(Migration migration, JournalEntry.StepCommanded entry) {
        JournalHeader header = entry.header();
        Leg leg = new Leg(step(migration, entry), header.direction());
        Series series = series(migration, leg, entry);
        if (header.attempt() != migration.trail().lastAttempt(leg) + 1) {
            return impossible(migration, entry);
        }
        Outstanding outstanding = new Outstanding(
                leg,
                entry.epoch(),
                header.attempt(),
                entry.commandId(),
                entry.command(),
                entry.deadline(),
                Duration.between(header.logTime(), entry.deadline()),
                series,
                Optional.empty());
        SagaState state = leg.direction() == Direction.FORWARD
                ? new SagaState.Running(outstanding)
                : new SagaState.RollingBack(outstanding);
        return migration.with(state, migration.trail().commanding(leg, entry.epoch(), header.attempt()));
    }

    /** Before expand, the backup may be due once more; the first builds restored without a contraction before. */
    private static Series series(Migration migration, Leg leg, JournalEntry.StepCommanded entry) {
        boolean backupAgain = leg.equals(Leg.forward(Step.BACKUP))
                || (leg.equals(Leg.rollback(Step.BACKUP)) && migration.trail().isRestoring());
        if (migration.state() instanceof Advancing due
                && due.direction() == leg.direction()
                && (due.next().equals(Optional.of(leg.step()))
                        || (backupAgain && due.next().equals(Optional.of(Step.EXPAND))))) {
            return new Series(0, entry.header().logTime());
        }
        if (migration.state() instanceof AwaitingRetry waiting && waiting.leg().equals(leg)) {
            return waiting.series();
        }
        throw new ImpossibleEntry(entry, migration.state().name());
    }

    private static Migration progressed(Migration migration, JournalEntry.StepProgressed entry) {
        Outstanding later = answered(migration, entry.commandId(), entry)
                .progressedAt(entry.header().logTime());
        return migration.with(
                later.leg().direction() == Direction.FORWARD
                        ? new SagaState.Running(later)
                        : new SagaState.RollingBack(later));
    }

    private static Migration completed(Migration migration, JournalEntry.StepCompleted entry) {
        Leg leg = answered(migration, entry.commandId(), entry).leg();
        CompletedStep step =
                new CompletedStep(leg.step(), leg.direction(), entry.header().at(), entry.summary());
        Advancing next = new Advancing(leg.direction(), Route.after(leg, entry.result(), migration));
        return migration.with(
                next,
                migration
                        .trail()
                        .completing(step, entry.result(), entry.header().logTime()));
    }

    private static Migration failed(Migration migration, JournalEntry.StepFailed entry) {
        Outstanding failed = answered(migration, entry.commandId(), entry);
        boolean lockInDoubt =
                failed.leg().equals(Leg.forward(Step.OPEN)) && !migration.isPreview() && leavesDoubt(entry.failure());
        return migration.with(
                new Faltering(failed, entry.failure()),
                lockInDoubt ? migration.trail().doubtingLock() : migration.trail());
    }

    /** "Not applied" is said of one execution; the command may have been delivered before to a service that died. */
    private static boolean leavesDoubt(Failure failure) {
        return failure.failureClass() == FailureClass.UNKNOWN || failure.failureClass() == FailureClass.RETRYABLE;
    }

    private static Migration retried(Migration migration, JournalEntry.StepRetried entry) {
        Outstanding failed = faltering(migration, entry).failed();
        Instant clock = entry.header().logTime();
        return migration.with(new AwaitingRetry(
                failed.leg(), failed.series().failedAgain(clock), entry.notBefore(), Optional.of(clock)));
    }

    private static Migration refused(Migration migration, JournalEntry.MigrationRejected entry) {
        Leg failed = faltering(migration, entry).failed().leg();
        return (failed.equals(Leg.forward(Step.OPEN)) && !migration.isPreview()) || migration.isBaseline()
                ? migration.with(new SagaState.Refused(entry.code()))
                : impossible(migration, entry);
    }

    private static Migration previewed(Migration migration, JournalEntry.PreviewCompleted entry) {
        return migration.isPreview() && migration.state() instanceof SagaState.Running
                ? migration.with(new SagaState.Previewed())
                : impossible(migration, entry);
    }

    private static Migration ended(Migration migration, Direction direction, JournalEntry entry) {
        return migration.state().equals(new Advancing(direction, Optional.empty()))
                ? migration
                : impossible(migration, entry);
    }

    private static Faltering faltering(Migration migration, JournalEntry entry) {
        if (migration.state() instanceof Faltering faltering) {
            return faltering;
        }
        throw new ImpossibleEntry(entry, migration.state().name());
    }

    private static Outstanding answered(Migration migration, CommandId commandId, JournalEntry entry) {
        return migration
                .outstanding()
                .filter(each -> each.commandId().equals(commandId))
                .orElseThrow(() -> new ImpossibleEntry(entry, migration.state().name()));
    }

    private static Step step(Migration migration, JournalEntry entry) {
        return entry.header()
                .step()
                .orElseThrow(() -> new ImpossibleEntry(entry, migration.state().name()));
    }

    static Migration impossible(Migration migration, JournalEntry entry) {
        throw new ImpossibleEntry(entry, migration.state().name());
    }
}
