package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.time.Instant;
import java.util.Optional;

/** A migration or preview with all that its next commands need. */
public record Migration(MigrationId id, Acceptance acceptance, MigrationPlan plan, SagaState state, Trail trail) {

    boolean isPreview() {
        return acceptance.kind() == Kind.PREVIEW;
    }

    /** Whether it writes nothing, neither blocks nor is blocked, and cannot be steered. */
    boolean isReader() {
        return switch (acceptance.kind()) {
            case PREVIEW, VERIFICATION -> true;
            case MIGRATION, BASELINE -> false;
        };
    }

    boolean isBaseline() {
        return acceptance.kind() == Kind.BASELINE;
    }

    /** The command whose answer is awaited. */
    public Optional<Outstanding> outstanding() {
        return switch (state) {
            case SagaState.Running running -> Optional.of(running.outstanding());
            case SagaState.RollingBack rollingBack -> Optional.of(rollingBack.outstanding());
            case SagaState.Passing passing -> Optional.empty();
            case SagaState.AwaitingRetry waiting -> Optional.empty();
            case SagaState.AwaitingApproval waiting -> Optional.empty();
            case SagaState.Paused paused -> Optional.empty();
            case SagaState.RollbackStuck stuck -> Optional.empty();
            case SagaState.Ended ended -> Optional.empty();
        };
    }

    Migration with(SagaState newState) {
        return new Migration(id, acceptance, plan, newState, trail);
    }

    Migration with(SagaState newState, Trail newTrail) {
        return new Migration(id, acceptance, plan, newState, newTrail);
    }

    MigrationSummary summary(SagaState.Ended outcome, Instant at) {
        return new MigrationSummary(
                id, acceptance, plan.from(), plan.to(), outcome, lastStep().wireName(), at, Optional.empty());
    }

    /** The step of the last command; open before there was one. */
    public Step lastStep() {
        return trail.commanded().isEmpty()
                ? Step.OPEN
                : trail.commanded().getLast().leg().step();
    }
}
