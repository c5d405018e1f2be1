package dev.sheetway.orchestrator.saga.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.orchestrator.saga.MigrationSummary;
import dev.sheetway.orchestrator.saga.SagaState;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold after every single event of a run, and what must hold at its end. */
final class Invariants {
    private final ModelledSheet sheet;
    private final Set<MigrationId> accepted = new HashSet<>();
    private final Set<MigrationId> rollingBack = new HashSet<>();
    private final Set<MigrationId> backedUp = new HashSet<>();
    private final Set<MigrationId> ended = new HashSet<>();
    private final Map<CommandId, JournalEntry> commanded = new HashMap<>();
    private Optional<MigrationId> live = Optional.empty();

    Invariants(ModelledSheet sheet) {
        this.sheet = sheet;
    }

    void afterEntry(JournalEntry entry, SpreadsheetState state) {
        MigrationId id = entry.header().migrationId();
        switch (entry) {
            case JournalEntry.MigrationAccepted now -> {
                assertThat(live).as("at most one live migration").isEmpty();
                assertThat(accepted.add(id)).as("a request runs once").isTrue();
                live = Optional.of(id);
            }
            case JournalEntry.RollbackStarted now -> {
                assertThat(rollingBack.add(id)).as("one rollback").isTrue();
                assertThat(live.isEmpty() || live.equals(Optional.of(id))).isTrue();
                live = Optional.of(id);
                ended.remove(id);
            }
            case JournalEntry.StepCommanded now -> commanded(now, id);
            case JournalEntry.StepCompleted now -> {
                if (now.header().step().equals(Optional.of(Step.BACKUP))) {
                    backedUp.add(id);
                }
            }
            case JournalEntry.MigrationCompleted now -> end(id);
            case JournalEntry.MigrationRolledBack now -> end(id);
            case JournalEntry.MigrationRejected now -> {
                if (now.header().step().isPresent()) {
                    end(id);
                }
            }
            default -> assertThat(entry.header().at()).isEqualTo(state.time());
        }
        assertThat(state.live().map(each -> each.id())).isEqualTo(live);
    }

    private void commanded(JournalEntry.StepCommanded entry, MigrationId id) {
        assertThat(commanded.put(entry.commandId(), entry))
                .as("a command id is used once")
                .isNull();
        assertThat(entry.header().direction() == Direction.ROLLBACK)
                .as("no forward command once the rollback has started, none of rollback before: %s", entry)
                .isEqualTo(rollingBack.contains(id));
    }

    private void end(MigrationId id) {
        assertThat(live).isEqualTo(Optional.of(id));
        assertThat(ended.add(id)).as("one end").isTrue();
        live = Optional.empty();
    }

    /** The backup is journalled before anything can be written. */
    void beforeExecution(Command command) {
        if (command instanceof Command.ExpandSchema) {
            assertThat(backedUp).contains(command.header().migrationId());
        }
    }

    void afterExecution() {
        accepted.forEach(id -> assertThat(sheet.columnSets(id))
                .as("column sets of migration %s", id)
                .isBetween(0, 1));
    }

    void atTheEnd(SpreadsheetState state) {
        assertThat(state.live()).isEmpty();
        assertThat(state.ended())
                .extracting(MigrationSummary::migrationId)
                .containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(sheet.lock()).as("lock").isEmpty();
        for (MigrationSummary summary : state.ended()) {
            boolean inPlace = summary.outcome() instanceof SagaState.Completed completed && !completed.noop();
            assertThat(sheet.columnSets(summary.migrationId()))
                    .as("column sets of %s, with every late batch landed", summary)
                    .isEqualTo(inPlace ? 1 : 0);
            assertThat(sheet.recordsVersionOf(summary.migrationId()))
                    .as("version recorded by %s", summary)
                    .isEqualTo(inPlace);
        }
    }
}
