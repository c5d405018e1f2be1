package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of an ended migration, so that its request can never run again; for ever where it wrote to the sheet.
 *
 * @param from schema version before, {@code to} after
 * @param lastStep wire name of the last step commanded until it ended
 * @param retention what becomes of its backups after the rollback window; empty: they are kept for ever
 */
public record MigrationSummary(
        MigrationId migrationId,
        Acceptance acceptance,
        String from,
        String to,
        SagaState.Ended outcome,
        String lastStep,
        Instant endedAt,
        Optional<Retention> retention) {

    MigrationSummary retaining(Optional<Retention> now) {
        return new MigrationSummary(migrationId, acceptance, from, to, outcome, lastStep, endedAt, now);
    }

    /** Whether the sheet got its schema from this migration, and still has it as far as is known. */
    boolean inEffect() {
        return outcome instanceof SagaState.Completed completed && !completed.noop();
    }

    /** Whether it ended when it was to be opened, so that a copy of its command may still take the lock. */
    boolean mayLockLate() {
        return acceptance.kind() == Kind.MIGRATION
                && lastStep.equals(Step.OPEN.wireName())
                && (outcome instanceof SagaState.Refused || outcome instanceof SagaState.RolledBack);
    }

    /** Whether nothing of it is on the sheet and never was: a refusal, or a target schema that was there already. */
    boolean leftNothing() {
        return switch (outcome) {
            case SagaState.Completed completed -> completed.noop();
            case SagaState.Refused refused -> true;
            case SagaState.RolledBack rolledBack -> false;
            case SagaState.Restored restored -> false;
            case SagaState.Baselined baselined -> false;
            case SagaState.Verified verified -> true;
            case SagaState.Previewed previewed -> true;
            case SagaState.PreviewFailed failed -> true;
        };
    }
}
