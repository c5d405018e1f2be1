package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Accepted;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.contracts.request.Request.Steer;
import java.util.Optional;

/** What steering does to a migration, or why it does nothing. */
final class SteeringDecisions {
    /** The code of the pause in which verification asks whether the many edits are people's. */
    private static final String TOO_MANY_EDITS = "too-many-edits";

    /** The code of the pause that somebody asked for: nothing stands in the way of what is paused. */
    private static final String REQUESTED = "requested";

    private final Progression progression;
    private final SteeringOfEnded ended;

    SteeringDecisions(Progression progression) {
        this.progression = progression;
        this.ended = new SteeringOfEnded(progression);
    }

    void decide(Decision decision, Steer request) {
        Optional<Migration> active = decision.state().active(request.migrationId());
        Optional<Rejection> rejection =
                active.isPresent() ? steerActive(decision, request, active.get()) : ended.steer(decision, request);
        rejection.ifPresent(why -> decision.add(
                header(decision, request.migrationId()),
                named -> new JournalEntry.MigrationRejected(
                        named,
                        request.requestId(),
                        request.requestedBy(),
                        why.code(),
                        why.message(),
                        Optional.of(RequestContent.of(request)))));
    }

    private Optional<Rejection> steerActive(Decision decision, Steer request, Migration migration) {
        if (migration.isReader()) {
            return refuse(
                    migration,
                    request,
                    "is-a-preview",
                    "previews and verifications write nothing and end by themselves");
        }
        return switch (request.steering()) {
            case APPROVE -> approve(decision, request, migration);
            case PAUSE -> pause(decision, request, migration);
            case RESUME -> resume(decision, request, migration);
            case CANCEL, ROLLBACK -> rollBack(decision, request, migration);
            case RESTORE -> restore(decision, request, migration);
        };
    }

    private Optional<Rejection> approve(Decision decision, Steer request, Migration migration) {
        if (!(migration.state() instanceof SagaState.AwaitingApproval)) {
            return refuse(migration, request, "not-awaiting-approval", "only state AWAITING_APPROVAL can be approved");
        }
        resume(decision, request, migration.id(), Direction.FORWARD, Optional.empty());
        return Optional.empty();
    }

    private Optional<Rejection> pause(Decision decision, Steer request, Migration migration) {
        return switch (migration.state()) {
            case SagaState.Running running ->
                pause(decision, request, migration, running.outstanding().leg());
            case SagaState.RollingBack rollingBack ->
                pause(decision, request, migration, rollingBack.outstanding().leg());
            case SagaState.AwaitingRetry waiting -> pause(decision, request, migration, waiting.leg());
            case SagaState.Paused paused -> refuse(migration, request, "already-paused", "it waits for a person");
            case SagaState.AwaitingApproval waiting ->
                refuse(migration, request, "already-paused", "it waits for a person: approve or cancel it");
            case SagaState.RollbackStuck stuck ->
                refuse(migration, request, "already-paused", "it waits for a person: resume it");
            case SagaState.Passing passing -> throw Progression.unsettled(migration);
            case SagaState.Ended ended -> throw Progression.unsettled(migration);
        };
    }

    private static Optional<Rejection> pause(Decision decision, Steer request, Migration migration, Leg leg) {
        decision.add(
                migration,
                leg,
                migration.trail().lastAttempt(leg),
                header -> new JournalEntry.MigrationPaused(
                        header,
                        Optional.of(request.requestId()),
                        REQUESTED,
                        reason(request),
                        Optional.of(RequestContent.of(request))));
        return Optional.empty();
    }

    private Optional<Rejection> resume(Decision decision, Steer request, Migration migration) {
        return switch (migration.state()) {
            case SagaState.Paused paused ->
                resume(decision, request, migration.id(), paused.leg().direction(), accepted(paused));
            case SagaState.RollbackStuck stuck ->
                resume(decision, request, migration.id(), stuck.leg().direction(), Optional.empty());
            case SagaState.AwaitingApproval waiting ->
                refuse(migration, request, "not-paused", "it waits for an approval: approve or cancel it");
            case SagaState.Running other -> refuse(migration, request, "not-paused", "it is under way");
            case SagaState.RollingBack other -> refuse(migration, request, "not-paused", "it is under way");
            case SagaState.AwaitingRetry waiting ->
                refuse(migration, request, "not-paused", "its next attempt is due at " + waiting.notBefore());
            case SagaState.Passing passing -> throw Progression.unsettled(migration);
            case SagaState.Ended ended -> throw Progression.unsettled(migration);
        };
    }

    /** A verification that found too many edits would find them again: whoever resumes says that they are people's. */
    private static Optional<Accepted> accepted(SagaState.Paused paused) {
        return paused.leg().step() == Step.VERIFY && paused.code().equals(TOO_MANY_EDITS)
                ? Optional.of(Accepted.EDITS)
                : Optional.empty();
    }

    private Optional<Rejection> resume(
            Decision decision, Steer request, MigrationId id, Direction direction, Optional<Accepted> accepts) {
        decision.add(
                decision.active(id),
                direction,
                header -> new JournalEntry.MigrationResumed(
                        header,
                        request.requestId(),
                        request.requestedBy(),
                        Optional.of(RequestContent.of(request)),
                        accepts));
        progression.advance(decision, id);
        return Optional.empty();
    }

    private Optional<Rejection> rollBack(Decision decision, Steer request, Migration migration) {
        if (Progression.isRollingBack(migration)) {
            return refuse(migration, request, "already-rolling-back", "a rollback cannot be undone, only resumed");
        }
        progression.rollBack(decision, migration, request);
        return Optional.empty();
    }

    private Optional<Rejection> restore(Decision decision, Steer request, Migration migration) {
        if (migration.trail().isRestoring() && !cannotContract(migration)) {
            return refuse(migration, request, "already-rolling-back", "a restore cannot be undone, only resumed");
        }
        if (migration.isBaseline() || !migration.trail().mayHaveChangedTheSheet()) {
            return refuse(migration, request, "nothing-to-restore", "it has written nothing: cancel it");
        }
        progression.restore(decision, migration, request);
        return Optional.empty();
    }

    /** The contraction that goes before a restore waits for a person, and not because somebody paused it. */
    static boolean cannotContract(Migration migration) {
        boolean requested = migration.state() instanceof SagaState.Paused paused
                && paused.code().equals(REQUESTED);
        return stoppedContracting(migration) && !requested;
    }

    static boolean stoppedContracting(Migration migration) {
        Leg contraction = Leg.rollback(Step.EXPAND);
        return switch (migration.state()) {
            case SagaState.Paused paused -> paused.leg().equals(contraction);
            case SagaState.RollbackStuck stuck -> stuck.leg().equals(contraction);
            case SagaState other -> false;
        };
    }

    private static Optional<Rejection> refuse(Migration migration, Steer request, String code, String because) {
        return Optional.of(new Rejection(
                code,
                "migration \"" + migration.id() + "\" is in state "
                        + migration.state().name() + " and cannot " + verb(request) + ": " + because
                        + "; nothing was changed"));
    }

    static String verb(Steer request) {
        return switch (request.steering()) {
            case APPROVE -> "be approved";
            case PAUSE -> "be paused";
            case RESUME -> "be resumed";
            case CANCEL -> "be cancelled";
            case ROLLBACK -> "be rolled back";
            case RESTORE -> "be restored from its backup";
        };
    }

    static String reason(Steer request) {
        return request.reason().isBlank() ? "requested by " + request.requestedBy() : request.reason();
    }

    /** Names the migration that was meant, with its plan as far as the migration is known. */
    static JournalHeader header(Decision decision, MigrationId about) {
        SpreadsheetState state = decision.state();
        Optional<Acceptance> known = state.active(about)
                .map(Migration::acceptance)
                .or(() -> state.ended(about).map(MigrationSummary::acceptance));
        return new JournalHeader(
                about,
                state.spreadsheetId(),
                known.map(Acceptance::planName).orElse(""),
                known.map(Acceptance::planChecksum).orElse(""),
                Optional.empty(),
                Direction.FORWARD,
                0,
                "",
                decision.at(),
                decision.clockSetBack());
    }
}
