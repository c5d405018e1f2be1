package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Folds what becomes of the backups of migrations whose rollback window is closed. */
final class RetentionFold {
    static final Leg REMOVAL = Leg.forward(Step.REMOVE_BACKUP);

    private RetentionFold() {}

    static boolean isAbout(JournalEntry entry) {
        return entry.header().step().equals(Optional.of(Step.REMOVE_BACKUP));
    }

    /** What begins when the window of {@code completed} closes; empty where the plan keeps backups for ever. */
    static Optional<Retention> of(Migration completed, Instant closed) {
        TrailResults results = completed.trail().results();
        List<KeptBackup> backups = places(Stream.concat(
                        results.backup().map(KeptBackup::of).stream(),
                        results.superseded().stream().flatMap(List::stream))
                .toList());
        return completed
                .plan()
                .backup()
                .retention()
                .filter(kept -> !backups.isEmpty())
                .map(kept -> Retention.until(closed.plus(kept), backups));
    }

    /** Each place once, as the newest backup there tells it: a copy that was accepted again is one copy. */
    private static List<KeptBackup> places(List<KeptBackup> newestFirst) {
        Set<String> copies = new HashSet<>();
        Set<String> archives = new HashSet<>();
        return newestFirst.stream()
                .map(each -> new KeptBackup(
                        each.backupSpreadsheetId().filter(copies::add),
                        each.archive().filter(archives::add),
                        each.name(),
                        each.takenAt()))
                .filter(each ->
                        each.backupSpreadsheetId().isPresent() || each.archive().isPresent())
                .toList();
    }

    static SpreadsheetState evolve(SpreadsheetState state, JournalEntry entry) {
        MigrationSummary summary = state.ended(entry.header().migrationId())
                .orElseThrow(() -> new ImpossibleEntry(entry, "of a spreadsheet without that ended migration"));
        Retention retention = summary.retention()
                .orElseThrow(() -> new ImpossibleEntry(entry, "of a migration whose backups are kept"));
        return state.withKnown(summary.retaining(Optional.of(evolve(retention, entry))));
    }

    private static Retention evolve(Retention retention, JournalEntry entry) {
        if (retention.stage() instanceof Retention.Kept kept && entry instanceof JournalEntry.StepCommanded commanded) {
            return commanded(retention, kept, commanded);
        }
        if (retention.stage() instanceof Retention.GivenUp failed
                && entry instanceof JournalEntry.StepRetried retried) {
            return retention.at(new Retention.Kept(retried.notBefore(), failed.failures()));
        }
        if (retention.stage() instanceof Retention.Removing removing) {
            return answered(retention, removing.outstanding(), entry);
        }
        throw impossible(retention, entry);
    }

    private static Retention commanded(Retention retention, Retention.Kept kept, JournalEntry.StepCommanded entry) {
        JournalHeader header = entry.header();
        if (header.attempt() != retention.lastAttempt() + 1) {
            throw impossible(retention, entry);
        }
        return retention.commanded(new Outstanding(
                REMOVAL,
                entry.epoch(),
                header.attempt(),
                entry.commandId(),
                entry.command(),
                entry.deadline(),
                Duration.between(header.logTime(), entry.deadline()),
                new Series(kept.failures(), header.logTime()),
                Optional.empty()));
    }

    private static Retention answered(Retention retention, Outstanding outstanding, JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.StepProgressed progressed ->
                retention.at(new Retention.Removing(
                        outstanding.progressedAt(progressed.header().logTime())));
            case JournalEntry.StepCompleted completed ->
                retention.at(new Retention.Removed(completed.header().at()));
            case JournalEntry.StepFailed failed ->
                retention.at(new Retention.GivenUp(
                        outstanding.series().failures() + 1, failed.failure().code()));
            case JournalEntry other -> throw impossible(retention, other);
        };
    }

    private static ImpossibleEntry impossible(Retention retention, JournalEntry entry) {
        return new ImpossibleEntry(
                entry, "of backups that are " + retention.stage().getClass().getSimpleName());
    }
}
