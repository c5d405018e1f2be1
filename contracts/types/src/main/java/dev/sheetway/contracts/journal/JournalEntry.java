package dev.sheetway.contracts.journal;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Waiver;
import java.time.Instant;
import java.util.Optional;

/** A decided fact. Names are those on the wire: {@code sheetway.journal.<kebab-case of the record's name>.v1}. */
public sealed interface JournalEntry {

    JournalHeader header();

    /**
     * @param verifies the completed migration that a verification is about; empty for the other kinds
     * @param waiver the safeguard that whoever asked goes without
     * @param occasion why the saga itself began it; empty when somebody asked
     * @param traceId that the request brought; empty where it is the one of the migration's id
     */
    record MigrationAccepted(
            JournalHeader header,
            String requestId,
            String requestedBy,
            Kind kind,
            boolean requireApproval,
            MigrationPlan plan,
            Optional<MigrationId> verifies,
            Optional<Waiver> waiver,
            Optional<Occasion> occasion,
            Optional<TraceId> traceId)
            implements JournalEntry {

        /** That somebody asked for, without a trace. */
        public MigrationAccepted(
                JournalHeader header,
                String requestId,
                String requestedBy,
                Kind kind,
                boolean requireApproval,
                MigrationPlan plan,
                Optional<MigrationId> verifies,
                Optional<Waiver> waiver) {
            this(
                    header,
                    requestId,
                    requestedBy,
                    kind,
                    requireApproval,
                    plan,
                    verifies,
                    waiver,
                    Optional.empty(),
                    Optional.empty());
        }

        public MigrationAccepted(
                JournalHeader header,
                String requestId,
                String requestedBy,
                Kind kind,
                boolean requireApproval,
                MigrationPlan plan) {
            this(header, requestId, requestedBy, kind, requireApproval, plan, Optional.empty(), Optional.empty());
        }
    }

    /** What was accepted. */
    enum Kind {
        MIGRATION,
        PREVIEW,
        /** The checks alone, as somebody asked for or as probation does. */
        VERIFICATION,
        BASELINE
    }

    /** Why something was begun that nobody asked for. */
    enum Occasion {
        /** A verification that was due after completion. */
        PROBATION
    }

    /** How a rollback gives the sheet its old schema back. */
    enum Remedy {
        /** Our columns are archived and deleted; people's edits stay. */
        CONTRACT,
        /** The whole spreadsheet is restored from the backup; people's edits are lost. */
        RESTORE
    }

    /**
     * A request that changed nothing, or a migration that was refused before its first write.
     *
     * @param code stable, such as {@code spreadsheet-busy}
     * @param requestContent type and digest of the request, to know a copy from another request under the same id;
     *     empty when a step was refused, and in entries of the first builds
     */
    record MigrationRejected(
            JournalHeader header,
            String requestId,
            String requestedBy,
            String code,
            String message,
            Optional<String> requestContent)
            implements JournalEntry {

        public MigrationRejected(
                JournalHeader header, String requestId, String requestedBy, String code, String message) {
            this(header, requestId, requestedBy, code, message, Optional.empty());
        }
    }

    /** @param deadline when the attempt counts as unanswered */
    record StepCommanded(JournalHeader header, CommandId commandId, CommandType command, int epoch, Instant deadline)
            implements JournalEntry {}

    record StepProgressed(
            JournalHeader header, CommandId commandId, String activity, long done, long total, String unit)
            implements JournalEntry {}

    /** @param calls to Google that the attempt made; empty when nobody counted them */
    record StepCompleted(
            JournalHeader header, CommandId commandId, String summary, StepResult result, Optional<Calls> calls)
            implements JournalEntry {

        public StepCompleted(JournalHeader header, CommandId commandId, String summary, StepResult result) {
            this(header, commandId, summary, result, Optional.empty());
        }
    }

    /** @param calls as in {@link StepCompleted}; empty also when the attempt had no answer */
    record StepFailed(
            JournalHeader header,
            CommandId commandId,
            Failure failure,
            Optional<StepResult> evidence,
            Optional<Calls> calls)
            implements JournalEntry {

        public StepFailed(JournalHeader header, CommandId commandId, Failure failure, Optional<StepResult> evidence) {
            this(header, commandId, failure, evidence, Optional.empty());
        }
    }

    /** The next attempt is due at {@code notBefore}. */
    record StepRetried(JournalHeader header, Failure failure, Instant notBefore) implements JournalEntry {}

    record ApprovalAwaited(JournalHeader header) implements JournalEntry {}

    /**
     * @param requestId of the pause request; empty when a failure paused it
     * @param requestContent as in {@link MigrationRejected}
     */
    record MigrationPaused(
            JournalHeader header,
            Optional<String> requestId,
            String code,
            String message,
            Optional<String> requestContent)
            implements JournalEntry {

        public MigrationPaused(JournalHeader header, Optional<String> requestId, String code, String message) {
            this(header, requestId, code, message, Optional.empty());
        }
    }

    /**
     * Also the answer to an approval.
     *
     * @param requestContent as in {@link MigrationRejected}
     * @param accepts what whoever resumed takes responsibility for; empty when they settled the reason of the pause
     */
    record MigrationResumed(
            JournalHeader header,
            String requestId,
            String requestedBy,
            Optional<String> requestContent,
            Optional<Accepted> accepts)
            implements JournalEntry {

        public MigrationResumed(JournalHeader header, String requestId, String requestedBy) {
            this(header, requestId, requestedBy, Optional.empty(), Optional.empty());
        }
    }

    /** What a pause asked about and a resumption answers. */
    enum Accepted {
        /** The cells that differ from the backup are people's edits, however many. */
        EDITS
    }

    /** @param noop the sheet had the target schema already: nothing was written */
    record MigrationCompleted(JournalHeader header, boolean noop, Instant rollbackWindowEnds) implements JournalEntry {}

    /**
     * @param requestId of the rollback, cancel or restore request; empty when a failed step started it
     * @param remedy empty: {@link Remedy#CONTRACT}
     * @param requestContent as in {@link MigrationRejected}
     */
    record RollbackStarted(
            JournalHeader header,
            Optional<String> requestId,
            String reason,
            Optional<Remedy> remedy,
            Optional<String> requestContent)
            implements JournalEntry {

        public RollbackStarted(JournalHeader header, Optional<String> requestId, String reason) {
            this(header, requestId, reason, Optional.empty(), Optional.empty());
        }
    }

    record MigrationRolledBack(JournalHeader header, String reason) implements JournalEntry {}

    record RollbackStuck(JournalHeader header, Failure failure) implements JournalEntry {}

    record RollbackWindowClosed(JournalHeader header) implements JournalEntry {}

    /** @param calls as in {@link StepCompleted} */
    record PreviewCompleted(JournalHeader header, StepResult result, Optional<Calls> calls) implements JournalEntry {

        public PreviewCompleted(JournalHeader header, StepResult result) {
            this(header, result, Optional.empty());
        }
    }

    record PreviewFailed(JournalHeader header, Failure failure) implements JournalEntry {}

    /**
     * @param result the report; empty when the checks could not be run
     * @param failure why it is no success; empty when every check passed, or only people's use of the sheet differs
     * @param ordinaryUse on probation: what differs because people use the sheet, in words; empty when nothing does
     */
    record VerificationCompleted(
            JournalHeader header, Optional<StepResult> result, Optional<Failure> failure, Optional<String> ordinaryUse)
            implements JournalEntry {

        public VerificationCompleted(JournalHeader header, Optional<StepResult> result, Optional<Failure> failure) {
            this(header, result, failure, Optional.empty());
        }
    }

    /**
     * The sheet is not what the completed migration in the header left. Nothing follows from it by itself.
     *
     * @param verificationId whose checks found it
     */
    record DriftDetected(JournalHeader header, MigrationId verificationId, Failure failure) implements JournalEntry {}

    record BaselineCompleted(JournalHeader header) implements JournalEntry {}

    /** The end of a rollback with {@link Remedy#RESTORE}. */
    record RestoreCompleted(JournalHeader header, String reason) implements JournalEntry {}
}
