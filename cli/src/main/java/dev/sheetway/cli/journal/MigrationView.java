package dev.sheetway.cli.journal;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A migration (or preview) as its journal entries tell it.
 *
 * @param entries all that are known, oldest first, at least one
 * @param steps in the order in which they were commanded
 * @param reason why it was rejected, paused, rolled back or is stuck, for people; else empty
 */
public record MigrationView(List<Recorded> entries, List<StepView> steps, Outcome outcome, String reason) {

    /** @throws IllegalArgumentException when there is no entry */
    public static MigrationView of(List<Recorded> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a migration has at least one entry");
        }
        OutcomeFold fold = OutcomeFold.of(entries);
        return new MigrationView(List.copyOf(entries), StepFold.of(entries), fold.outcome(), fold.reason());
    }

    private JournalHeader first() {
        return entries.getFirst().entry().header();
    }

    public MigrationId id() {
        return first().migrationId();
    }

    public SpreadsheetId spreadsheetId() {
        return first().spreadsheetId();
    }

    public String planName() {
        return first().planName();
    }

    public String planChecksum() {
        return first().planChecksum();
    }

    /** Time of the first entry. */
    public Instant since() {
        return first().at();
    }

    /** Time of the newest entry. */
    public Instant until() {
        return entries.getLast().entry().header().at();
    }

    /** Its acceptance; empty for a request that was rejected. */
    public Optional<JournalEntry.MigrationAccepted> accepted() {
        return entries.stream()
                .map(Recorded::entry)
                .filter(JournalEntry.MigrationAccepted.class::isInstance)
                .map(JournalEntry.MigrationAccepted.class::cast)
                .findFirst();
    }

    public boolean isPreview() {
        return accepted()
                .map(accepted -> accepted.kind() == JournalEntry.Kind.PREVIEW)
                .orElse(false);
    }

    /** Whether it changed nothing because nothing was left to do. */
    public boolean isNoop() {
        return outcome == Outcome.NOTHING_TO_DO
                || (outcome == Outcome.BASELINED
                        && steps.stream()
                                .flatMap(step -> step.result().stream())
                                .anyMatch(result ->
                                        result instanceof StepResult.Baselined baselined && baselined.columns() == 0));
    }

    /** What was asked for, in one lower-case word; a request that was rejected may have been anything. */
    public String kind() {
        return accepted()
                .map(accepted -> accepted.kind().name().toLowerCase(Locale.ROOT))
                .orElse("request");
    }

    /** Who asked, as they said. */
    public String requestedBy() {
        return accepted()
                .map(JournalEntry.MigrationAccepted::requestedBy)
                .or(() -> newest(JournalEntry.MigrationRejected.class)
                        .map(rejected -> ((JournalEntry.MigrationRejected) rejected.entry()).requestedBy()))
                .orElse("");
    }

    /** Calls to Google of all steps. */
    public CallCount calls() {
        return steps.stream().map(StepView::calls).reduce(CallCount.NONE, CallCount::plus);
    }

    public Optional<StepView> step(Step step, Direction direction) {
        return steps.stream()
                .filter(view -> view.step() == step && view.direction() == direction)
                .findFirst();
    }

    /** When its backups had been removed, as its plan wanted it; empty while any of them is kept. */
    public Optional<Instant> backupsRemovedAt() {
        return step(Step.REMOVE_BACKUP, Direction.FORWARD)
                .filter(removal -> removal.state() == StepView.State.COMPLETED)
                .flatMap(StepView::endedAt);
    }

    /**
     * In brackets which of its backups were not in their places any more when they were to be removed; empty when all were.
     */
    public String backupsGoneBefore() {
        return step(Step.REMOVE_BACKUP, Direction.FORWARD)
                .flatMap(StepView::result)
                .filter(StepResult.Removed.class::isInstance)
                .map(result -> ((StepResult.Removed) result).gone())
                .filter(gone -> !gone.isEmpty())
                .map(gone -> " (gone before, not removed then: " + String.join(", ", gone) + ")")
                .orElse("");
    }

    /** Until when its backups are kept at least; empty when for ever, or as long as they may still be needed. */
    public Optional<Instant> backupsKeptUntil() {
        return newest(JournalEntry.RollbackWindowClosed.class).flatMap(closed -> accepted()
                .flatMap(asked -> asked.plan().backup().retention())
                .map(kept -> closed.entry().header().at().plus(kept)));
    }

    /**
     * Whether a batch or a restore was asked to take the schema change back, whatever came of it: from then on nobody can
     * say that its columns are there.
     */
    public boolean isTakenBack() {
        return step(Step.EXPAND, Direction.ROLLBACK).isPresent()
                || step(Step.BACKUP, Direction.ROLLBACK).isPresent();
    }

    /** The newest entry of a type. */
    public Optional<Recorded> newest(Class<? extends JournalEntry> type) {
        return entries.reversed().stream()
                .filter(recorded -> type.isInstance(recorded.entry()))
                .findFirst();
    }
}
