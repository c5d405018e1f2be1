package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Services that break one rule. */
final class BrokenServices {
    private BrokenServices() {}

    static final class NoSlot extends ServiceRules {
        @Override
        List<Change> marks(Command command) {
            return List.of();
        }
    }

    static final class RecordWithoutSlot extends ServiceRules {
        @Override
        List<Change> marks(Command command) {
            return List.of(new Change.RecordAgain(command.header().effectId()));
        }
    }

    static final class SlotWithoutRecord extends ServiceRules {
        @Override
        List<Change> marks(Command command) {
            return List.of(new Change.TakeSlot(slot(command), command.header().effectId()));
        }
    }

    static final class AttemptInTheEffect extends ServiceRules {
        @Override
        String slot(Command command) {
            return command.header().commandId().toString();
        }

        @Override
        List<Change> marks(Command command) {
            return List.of(
                    new Change.TakeSlot(slot(command), command.header().effectId()),
                    new Change.RecordAgain(command.header().effectId()));
        }
    }

    static final class SlotsFreedAtTheEnd extends ServiceRules {
        @Override
        List<Change> close(MigrationId id, Direction direction) {
            List<Change> changes = new ArrayList<>(super.close(id, direction));
            changes.add(new Change.FreeSlots(id));
            return changes;
        }
    }

    static final class AcksFirst extends ServiceRules {
        @Override
        boolean acksFirst() {
            return true;
        }
    }

    static final class AppendsInsteadOfInserting extends ServiceRules {
        @Override
        List<Change> expand(MigrationId id, ModelledSheet seen) {
            return List.of(new Change.WriteColumnsAt(id, seen.columns().size()));
        }
    }

    static final class DoesNotArchive extends ServiceRules {
        @Override
        List<Change> contract(MigrationId id, ModelledSheet seen) {
            return List.of(new Change.DeleteColumns(id));
        }
    }

    static final class DeletesByPlace extends ServiceRules {
        @Override
        List<Change> contract(MigrationId id, ModelledSheet seen) {
            for (int i = 0; i < seen.columns().size(); i++) {
                if (seen.columns().get(i).anchor().equals(Optional.of(id))) {
                    return List.of(new Change.ArchiveColumns(id), new Change.DeleteColumnsAt(i, Change.ADDED));
                }
            }
            return List.of();
        }
    }

    static final class DoesNotFence extends ServiceRules {
        @Override
        List<EffectId> fenced(Command command) {
            return List.of();
        }
    }

    static final class RestoresWithoutFencing extends ServiceRules {
        @Override
        List<EffectId> fenced(Command command) {
            return command instanceof Command.RestoreBackup ? List.of() : super.fenced(command);
        }
    }

    static final class RestoresWithoutSlot extends ServiceRules {
        @Override
        List<Change> marks(Command command) {
            return command instanceof Command.RestoreBackup
                    ? List.of(new Change.RecordAgain(command.header().effectId()))
                    : super.marks(command);
        }
    }

    static final class ClosesWithoutFencingTheLock extends ServiceRules {
        @Override
        List<EffectId> fenced(Command command) {
            return command instanceof Command.CloseMigration ? List.of() : super.fenced(command);
        }
    }

    static final class TakesNoLock extends ServiceRules {
        @Override
        List<Change> lock(MigrationId id) {
            return List.of();
        }
    }

    static final class KeepsTheLock extends ServiceRules {
        @Override
        List<Change> close(MigrationId id, Direction direction) {
            return super.close(id, direction).stream()
                    .filter(change -> !(change instanceof Change.Unlock))
                    .toList();
        }
    }

    static final class RemovesWithoutLookingAtTheClock extends ServiceRules {
        @Override
        boolean mayRemove(Command.RemoveBackup command, Instant now) {
            return true;
        }
    }
}
