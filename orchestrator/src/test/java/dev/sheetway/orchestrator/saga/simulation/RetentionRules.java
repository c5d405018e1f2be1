package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.MigrationAccepted;
import dev.sheetway.contracts.journal.JournalEntry.RollbackWindowClosed;
import dev.sheetway.contracts.journal.JournalEntry.StepCompleted;
import dev.sheetway.orchestrator.saga.Migration;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a backup may be removed, read from the journal alone: no removal is due by what the saga keeps in mind. */
final class RetentionRules {
    private RetentionRules() {}

    static void commanded(World world, SpreadsheetState before, JournalEntry.StepCommanded entry) {
        MigrationId id = entry.header().migrationId();
        assertThat(entry.header().logTime())
                .as("a removal is commanded when the retention is over: %s", entry)
                .isAfterOrEqualTo(end(world, id));
        assertThat(before.live()).as("no removal while anything is under way").isEmpty();
        assertThat(before.previews())
                .as("no removal while somebody reads the backup")
                .noneMatch(each -> each.trail().verifies().equals(Optional.of(id)));
        assertThat(about(world, id, StepCompleted.class))
                .as("a backup is removed once")
                .noneMatch(each -> each.result() instanceof StepResult.Removed);
    }

    static void removed(World world, MigrationId id, KeptBackup backup) {
        assertThat(world.now())
                .as("a backup is there until the plan gives it up")
                .isAfterOrEqualTo(end(world, id));
        assertThat(about(world, id, StepCompleted.class))
                .as("only a migration's own backup is removed")
                .anyMatch(each -> each.result() instanceof StepResult.BackedUp made
                        && KeptBackup.of(made).equals(backup));
        assertThat(needed(world))
                .as("no backup of what can still be taken back")
                .doesNotContain(backup);
    }

    /** @throws AssertionError when the plan says nothing of it, or the window is open */
    private static Instant end(World world, MigrationId id) {
        List<MigrationAccepted> accepted = about(world, id, MigrationAccepted.class);
        List<RollbackWindowClosed> closed = about(world, id, RollbackWindowClosed.class);
        assertThat(closed)
                .as("no removal before the rollback window has closed")
                .hasSize(1);
        assertThat(accepted.getFirst().plan().backup().retention())
                .as("no removal without the plan saying so")
                .isPresent();
        return closed.getFirst()
                .header()
                .at()
                .plus(accepted.getFirst().plan().backup().retention().orElseThrow());
    }

    private static <T extends JournalEntry> List<T> about(World world, MigrationId id, Class<T> type) {
        return world.orchestrator().history().stream()
                .flatMap(decided -> decided.entries().stream())
                .filter(entry -> entry.header().migrationId().equals(id))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<KeptBackup> needed(World world) {
        return world.orchestrator().states().stream()
                .flatMap(state -> Stream.concat(state.active(), state.reversible().stream()))
                .map(Migration::trail)
                .flatMap(trail -> trail.results().backup().stream())
                .map(KeptBackup::of)
                .toList();
    }
}
