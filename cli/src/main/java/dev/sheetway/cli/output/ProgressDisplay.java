package dev.sheetway.cli.output;

import dev.sheetway.cli.journal.Recorded;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a migration entry by entry. One line per step when it ends; while it runs, a terminal shows its progress in a
 * line that is written over, and anything else gets a line for every tenth of the way at most.
 */
public final class ProgressDisplay {
    private final Console console;
    private final Map<String, Instant> commanded = new HashMap<>();
    private int shownTenth;
    private boolean lineIsOpen;

    public ProgressDisplay(Console console) {
        this.console = console;
    }

    /** Shows one entry. */
    public void show(Recorded recorded) {
        JournalEntry entry = recorded.entry();
        JournalHeader header = entry.header();
        switch (entry) {
            case JournalEntry.MigrationAccepted e -> accepted(e);
            case JournalEntry.MigrationRejected e -> say("refused: " + e.code() + ": " + e.message());
            case JournalEntry.StepCommanded e -> {
                commanded.putIfAbsent(key(header), header.at());
                shownTenth = 0;
                fleeting(label(header) + "  running" + (header.attempt() > 1 ? ", attempt " + header.attempt() : ""));
            }
            case JournalEntry.StepProgressed e -> progressed(e);
            case JournalEntry.StepCompleted e ->
                say(label(header) + "  " + (isRollback(header) ? "restored" : "done    ") + "  " + took(header) + "  "
                        + e.summary());
            case JournalEntry.StepFailed e ->
                say(label(header) + "  FAILED    " + took(header) + "  " + text(e.failure()));
            case JournalEntry.StepRetried e ->
                say(label(header) + "  waiting   next attempt at " + e.notBefore() + " after "
                        + e.failure().code());
            case JournalEntry.ApprovalAwaited e ->
                say("waits for approval: ./sheetway approve " + header.migrationId() + "  (or cancel)");
            case JournalEntry.MigrationPaused e ->
                say("paused: " + e.code() + ": " + e.message() + "\nwhen that is settled: ./sheetway resume "
                        + header.migrationId());
            case JournalEntry.MigrationResumed e ->
                say("resumed by " + e.requestedBy() + (e.accepts().isPresent() ? "; people's edits are accepted" : ""));
            case JournalEntry.MigrationCompleted e ->
                say(
                        e.noop()
                                ? "nothing to do: the sheet has this schema already"
                                : "completed; can be rolled back until " + e.rollbackWindowEnds());
            case JournalEntry.RollbackStarted e -> say("rolling back: " + e.reason());
            case JournalEntry.MigrationRolledBack e -> say("rolled back: the sheet has its old schema again");
            case JournalEntry.RollbackStuck e ->
                say("ROLLBACK STUCK: " + text(e.failure()) + "\nthe spreadsheet stays locked; when that is settled:"
                        + " ./sheetway resume " + header.migrationId());
            case JournalEntry.RollbackWindowClosed e -> say("rollback window closed");
            case JournalEntry.PreviewCompleted e -> say("preview: " + e.result().summary());
            case JournalEntry.PreviewFailed e -> say("preview failed: " + text(e.failure()));
            case JournalEntry.VerificationCompleted e ->
                say("verified: "
                        + e.failure()
                                .map(ProgressDisplay::text)
                                .or(() -> e.result().map(StepResult::summary))
                                .orElse(""));
            case JournalEntry.DriftDetected e ->
                say("DRIFT: " + text(e.failure())
                        + "\nthe sheet is not what the migration left; nothing rolls back by itself");
            case JournalEntry.BaselineCompleted e -> say("the sheet is adopted; no cell was changed");
            case JournalEntry.RestoreCompleted e -> say("restored: the spreadsheet is as its backup was");
        }
    }

    /** A line that stays. */
    public void say(String text) {
        clear();
        console.line(text);
    }

    /** Advice while nothing happens; on a terminal it disappears with the next line. */
    public void fleeting(String text) {
        if (console.terminal()) {
            clear();
            console.out().print(text);
            console.out().flush();
            lineIsOpen = true;
        }
    }

    private void accepted(JournalEntry.MigrationAccepted entry) {
        JournalHeader header = entry.header();
        say(entry.kind().name().toLowerCase(Locale.ROOT) + " " + header.migrationId()
                + ": plan " + entry.plan().name() + " " + entry.plan().from() + " to "
                + entry.plan().to() + " on spreadsheet " + header.spreadsheetId());
    }

    private void progressed(JournalEntry.StepProgressed entry) {
        int percent = entry.total() <= 0 ? 0 : (int) Math.min(100, entry.done() * 100 / entry.total());
        String line = label(entry.header()) + "  " + percent + " %  " + entry.activity() + ": " + entry.done() + " of "
                + entry.total() + " " + entry.unit();
        if (console.terminal()) {
            fleeting(line);
        } else if (percent / 10 > shownTenth) {
            shownTenth = percent / 10;
            say(line);
        }
    }

    private String took(JournalHeader header) {
        Optional<Instant> begin = Optional.ofNullable(commanded.get(key(header)));
        String text = begin.map(from -> Console.seconds(Duration.between(from, header.at())))
                .orElse("");
        return " ".repeat(Math.max(0, 7 - text.length())) + text;
    }

    private static String label(JournalHeader header) {
        String step = header.step().map(Step::wireName).orElse("");
        String name = isRollback(header) ? undo(step) : step;
        return "  " + name + " ".repeat(Math.max(0, 15 - name.length()));
    }

    /** A backup is not undone: the sheet is put back to it. */
    private static String undo(String step) {
        return step.equals(Step.BACKUP.wireName()) ? "put back" : "undo " + step;
    }

    private static boolean isRollback(JournalHeader header) {
        return header.direction() == Direction.ROLLBACK;
    }

    private static String key(JournalHeader header) {
        return header.direction() + "/" + header.step();
    }

    private static String text(Failure failure) {
        return failure.code() + ": " + failure.message();
    }

    private void clear() {
        if (lineIsOpen) {
            console.out().print("\r\u001b[2K");
            lineIsOpen = false;
        }
    }
}
