package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.Migration;
import dev.sheetway.orchestrator.saga.MigrationSummary;
import dev.sheetway.orchestrator.saga.SagaState;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Appended;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a journal entry must never say. */
final class EntryRules {
    private static final Duration OLDEST_REQUEST = Duration.ofHours(24);

    private EntryRules() {}

    /** @param before the state that the entry is folded into */
    static void check(World world, SpreadsheetState before, JournalEntry entry, Appended record) {
        MigrationId id = entry.header().migrationId();
        Instant clock = entry.header().logTime();
        switch (entry) {
            case JournalEntry.MigrationAccepted accepted -> accepted(before, accepted, record);
            case JournalEntry.StepCommanded commanded -> commanded(world, before, commanded);
            case JournalEntry.RollbackStarted started ->
                ended(before, id)
                        // a restore takes over from the rollback of a completed migration
                        .filter(summary -> before.active(id).isEmpty())
                        .ifPresent(summary -> rollbackOfEnded(world, before, started, summary));
            case JournalEntry.RollbackWindowClosed closed -> {
                SagaState.Completed completed =
                        (SagaState.Completed) ended(before, id).orElseThrow().outcome();
                boolean displaced = record.input() instanceof Input.Answered;
                assertThat(displaced || !clock.isBefore(completed.rollbackWindowEnds()))
                        .as("I14: the window is open for its whole time")
                        .isTrue();
            }
            case JournalEntry other -> {}
        }
    }

    private static Optional<MigrationSummary> ended(SpreadsheetState state, MigrationId id) {
        return state.ended().stream()
                .filter(each -> each.migrationId().equals(id))
                .findFirst();
    }

    private static void accepted(SpreadsheetState before, JournalEntry.MigrationAccepted accepted, Appended record) {
        assertThat(ended(before, accepted.header().migrationId()))
                .as("a request runs once")
                .isEmpty();
        if (accepted.kind() == Kind.MIGRATION) {
            assertThat(before.live()).as("I6: one migration per spreadsheet").isEmpty();
        }
        if (record.input() instanceof Input.Requested requested) {
            assertThat(Duration.between(
                            requested.publishedAt(), accepted.header().logTime()))
                    .as("age of an accepted request")
                    .isLessThanOrEqualTo(OLDEST_REQUEST);
        }
    }

    private static void commanded(World world, SpreadsheetState before, JournalEntry.StepCommanded entry) {
        if (entry.command() == CommandType.REMOVE_BACKUP) {
            RetentionRules.commanded(world, before, entry);
            return;
        }
        Migration migration = before.active(entry.header().migrationId()).orElseThrow();
        boolean undoing = migration.trail().undo().isPresent();
        assertThat(entry.header().direction() == Direction.ROLLBACK)
                .as("no forward command once the rollback has started, none of rollback before: %s", entry)
                .isEqualTo(undoing);
        if (entry.command() == CommandType.RESTORE_BACKUP) {
            assertThat(world.hasBackup(migration.trail().results().backup().orElseThrow()))
                    .as("nothing is restored from a backup that was removed: %s", entry)
                    .isTrue();
        }
        if (entry.command() == CommandType.EXPAND_SCHEMA) {
            var results = migration.trail().results();
            assertThat(results.backup()).as("I9: backup before effect").isPresent();
            assertThat(world.hasBackup(results.backup().orElseThrow()))
                    .as("I9: the backup is readable")
                    .isTrue();
            if (entry.header().attempt() == 1) {
                assertThat(Duration.between(
                                results.backedUpAt().orElseThrow(),
                                entry.header().logTime()))
                        .as("I9: age of the backup when expand is first commanded")
                        .isLessThanOrEqualTo(migration.plan().backup().maxAge());
            }
        }
    }

    private static void rollbackOfEnded(
            World world, SpreadsheetState before, JournalEntry.RollbackStarted started, MigrationSummary summary) {
        assertThat(world.requests())
                .as("nothing rolls back by itself after completion: %s", started)
                .anyMatch(each ->
                        each instanceof Request.Steer && started.requestId().equals(Optional.of(each.requestId())));
        assertThat(started.header().logTime())
                .as("I14: no rollback after the window")
                .isBefore(((SagaState.Completed) summary.outcome()).rollbackWindowEnds());
        assertThat(before.live()).as("I6: one migration per spreadsheet").isEmpty();
    }
}
