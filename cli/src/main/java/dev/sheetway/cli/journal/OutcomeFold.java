package dev.sheetway.cli.journal;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.journal.JournalEntry;
import java.util.List;

/** What a migration has come to, and why. */
record OutcomeFold(boolean accepted, Outcome outcome, String reason) {

    static OutcomeFold of(List<Recorded> entries) {
        OutcomeFold fold = new OutcomeFold(false, Outcome.RUNNING, "");
        for (Recorded recorded : entries) {
            fold = fold.after(recorded.entry());
        }
        return fold;
    }

    private OutcomeFold after(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.MigrationAccepted e -> new OutcomeFold(true, Outcome.RUNNING, "");
            case JournalEntry.MigrationRejected e -> rejected(e);
            case JournalEntry.ApprovalAwaited e -> to(Outcome.APPROVAL_AWAITED, "waits for an approval");
            case JournalEntry.MigrationPaused e -> to(Outcome.PAUSED, e.code() + ": " + e.message());
            case JournalEntry.MigrationResumed e ->
                to(
                        e.header().direction() == dev.sheetway.contracts.Direction.FORWARD
                                ? Outcome.RUNNING
                                : Outcome.ROLLING_BACK,
                        "");
            case JournalEntry.MigrationCompleted e -> to(e.noop() ? Outcome.NOTHING_TO_DO : Outcome.COMPLETED, "");
            case JournalEntry.RollbackStarted e -> to(Outcome.ROLLING_BACK, e.reason());
            case JournalEntry.MigrationRolledBack e -> to(Outcome.ROLLED_BACK, e.reason());
            case JournalEntry.RollbackStuck e -> to(Outcome.ROLLBACK_STUCK, text(e.failure()));
            case JournalEntry.PreviewCompleted e -> to(Outcome.PREVIEWED, "");
            case JournalEntry.PreviewFailed e -> to(Outcome.PREVIEW_FAILED, text(e.failure()));
            case JournalEntry.VerificationCompleted e ->
                e.failure().isEmpty()
                        ? to(Outcome.VERIFIED, "")
                        : to(Outcome.VERIFICATION_FAILED, text(e.failure().get()));
            case JournalEntry.BaselineCompleted e -> to(Outcome.BASELINED, "");
            case JournalEntry.RestoreCompleted e -> to(Outcome.RESTORED, e.reason());
            case JournalEntry.DriftDetected e -> this;
            case JournalEntry.StepCommanded e -> this;
            case JournalEntry.StepProgressed e -> this;
            case JournalEntry.StepCompleted e -> this;
            case JournalEntry.StepFailed e -> this;
            case JournalEntry.StepRetried e -> this;
            case JournalEntry.RollbackWindowClosed e -> this;
        };
    }

    /** A rejected approval, pause or second use of the request id says nothing about the migration that it named. */
    private OutcomeFold rejected(JournalEntry.MigrationRejected entry) {
        if (accepted && entry.header().step().isEmpty()) {
            return this;
        }
        boolean invalid = entry.code().startsWith("invalid-");
        return to(invalid ? Outcome.INVALID : Outcome.REJECTED, entry.code() + ": " + entry.message());
    }

    private OutcomeFold to(Outcome next, String why) {
        return new OutcomeFold(accepted, next, why);
    }

    private static String text(Failure failure) {
        return failure.code() + ": " + failure.message();
    }
}
