package dev.sheetway.cli.report;

import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import java.util.List;
import java.util.Optional;

/** What happened beside the steps that went well, in the journal's order. */
final class Happenings {

    /** One of them. */
    record Happening(Recorded recorded, String text) {}

    private Happenings() {}

    static List<Happening> of(MigrationView migration) {
        return migration.entries().stream()
                .flatMap(recorded -> text(recorded.entry()).map(text -> new Happening(recorded, text)).stream())
                .toList();
    }

    private static Optional<String> text(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.MigrationAccepted e ->
                Optional.of("accepted: asked for by " + e.requestedBy() + " as request " + e.requestId()
                        + e.waiver()
                                .map(waiver -> ", without a safeguard: " + waiver)
                                .orElse(""));
            case JournalEntry.MigrationRejected e -> Optional.of("refused: " + e.code() + ": " + e.message());
            case JournalEntry.StepFailed e -> Optional.of(step(entry) + "failed: " + text(e.failure()));
            case JournalEntry.StepRetried e ->
                Optional.of(step(entry) + "is tried again from " + Times.utc(e.notBefore()) + ": " + text(e.failure()));
            case JournalEntry.ApprovalAwaited e -> Optional.of("waits for an approval");
            case JournalEntry.MigrationPaused e -> Optional.of("paused: " + e.code() + ": " + e.message());
            case JournalEntry.MigrationResumed e ->
                Optional.of("resumed or approved by " + e.requestedBy()
                        + (e.accepts().isPresent()
                                ? ", who accepted the cells that differ from the backup as people's edits"
                                : ""));
            case JournalEntry.MigrationCompleted e ->
                Optional.of(
                        e.noop()
                                ? "completed: nothing to do"
                                : "completed; rollback window to " + Times.utc(e.rollbackWindowEnds()));
            case JournalEntry.RollbackStarted e ->
                Optional.of("rollback started" + (e.requestId().isPresent() ? " on request: " : " by itself: ")
                        + e.reason());
            case JournalEntry.MigrationRolledBack e -> Optional.of("rolled back: " + e.reason());
            case JournalEntry.RollbackStuck e -> Optional.of("rollback stuck: " + text(e.failure()));
            case JournalEntry.RollbackWindowClosed e -> Optional.of("rollback window closed");
            case JournalEntry.PreviewCompleted e -> Optional.of("preview completed");
            case JournalEntry.PreviewFailed e -> Optional.of("preview failed: " + text(e.failure()));
            case JournalEntry.VerificationCompleted e ->
                Optional.of("verification completed"
                        + e.failure().map(why -> ": " + text(why)).orElse("")
                        + e.ordinaryUse().map(use -> "; ordinary use: " + use).orElse(""));
            case JournalEntry.DriftDetected e -> Optional.of("drift detected: " + text(e.failure()));
            case JournalEntry.BaselineCompleted e -> Optional.of("baseline completed");
            case JournalEntry.RestoreCompleted e -> Optional.of("restored from the backup: " + e.reason());
            case JournalEntry.StepCommanded e -> Optional.empty();
            case JournalEntry.StepProgressed e -> Optional.empty();
            case JournalEntry.StepCompleted e ->
                e.result() instanceof StepResult.Removed removed
                        ? Optional.of("backups removed by the plan: " + removed.summary())
                        : Optional.empty();
        };
    }

    private static String step(JournalEntry entry) {
        return "step " + entry.header().step().map(Step::wireName).orElse("") + " ";
    }

    private static String text(Failure failure) {
        return failure.code() + ": " + failure.message();
    }
}
