package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.MigrationId;
import java.time.Instant;

/**
 * What is kept of an ended migration for ever, so that its request can never run again.
 *
 * @param from schema version before, {@code to} after
 * @param lastStep wire name of the last step commanded
 */
public record MigrationSummary(
        MigrationId migrationId,
        Acceptance acceptance,
        String from,
        String to,
        SagaState.Ended outcome,
        String lastStep,
        Instant endedAt) {

    /** Whether the sheet got its schema from this migration, and still has it as far as is known. */
    boolean inEffect() {
        return outcome instanceof SagaState.Completed completed && !completed.noop();
    }
}
