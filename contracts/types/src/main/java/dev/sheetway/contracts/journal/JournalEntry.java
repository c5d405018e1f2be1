package dev.sheetway.contracts.journal;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.time.Instant;
import java.util.Optional;

/** A decided fact. Names are those on the wire: {@code sheetway.journal.<kebab-case of the record's name>.v1}. */
public sealed interface JournalEntry {

    JournalHeader header();

    /** @param kind live migration or preview */
    record MigrationAccepted(
            JournalHeader header,
            String requestId,
            String requestedBy,
            Kind kind,
            boolean requireApproval,
            MigrationPlan plan)
            implements JournalEntry {}

    enum Kind {
        MIGRATION,
        PREVIEW
    }

    /**
     * A request that changed nothing, or a migration that was refused before its first write.
     *
     * @param code stable, such as {@code spreadsheet-busy}
     */
    record MigrationRejected(JournalHeader header, String requestId, String requestedBy, String code, String message)
            implements JournalEntry {}

    /** @param deadline when the attempt counts as unanswered */
    record StepCommanded(JournalHeader header, CommandId commandId, CommandType command, int epoch, Instant deadline)
            implements JournalEntry {}

    record StepProgressed(
            JournalHeader header, CommandId commandId, String activity, long done, long total, String unit)
            implements JournalEntry {}

    record StepCompleted(JournalHeader header, CommandId commandId, String summary, StepResult result)
            implements JournalEntry {}

    record StepFailed(JournalHeader header, CommandId commandId, Failure failure, Optional<StepResult> evidence)
            implements JournalEntry {}

    /** The next attempt is due at {@code notBefore}. */
    record StepRetried(JournalHeader header, Failure failure, Instant notBefore) implements JournalEntry {}

    record ApprovalAwaited(JournalHeader header) implements JournalEntry {}

    /** @param requestId of the pause request; empty when a failure paused it */
    record MigrationPaused(JournalHeader header, Optional<String> requestId, String code, String message)
            implements JournalEntry {}

    /** Also the answer to an approval. */
    record MigrationResumed(JournalHeader header, String requestId, String requestedBy) implements JournalEntry {}

    /** @param noop the sheet had the target schema already: nothing was written */
    record MigrationCompleted(JournalHeader header, boolean noop, Instant rollbackWindowEnds) implements JournalEntry {}

    /** @param requestId of the rollback or cancel request; empty when a failed step started it */
    record RollbackStarted(JournalHeader header, Optional<String> requestId, String reason) implements JournalEntry {}

    record MigrationRolledBack(JournalHeader header, String reason) implements JournalEntry {}

    record RollbackStuck(JournalHeader header, Failure failure) implements JournalEntry {}

    record RollbackWindowClosed(JournalHeader header) implements JournalEntry {}

    record PreviewCompleted(JournalHeader header, StepResult result) implements JournalEntry {}

    record PreviewFailed(JournalHeader header, Failure failure) implements JournalEntry {}
}
