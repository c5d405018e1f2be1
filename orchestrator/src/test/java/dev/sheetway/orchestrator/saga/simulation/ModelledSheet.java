package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One spreadsheet as Google keeps it: a batch takes its slot and its effect together, or nothing happens. What was sent
 * may land long after its sender gave up.
 */
final class ModelledSheet {
    enum Slot {
        APPLIED,
        FENCED
    }

    /** A batch on its way. */
    record Batch(EffectId effect, Runnable change) {}

    private final Map<EffectId, Slot> slots = new HashMap<>();
    private final Map<MigrationId, Integer> columnSets = new HashMap<>();
    private final Set<MigrationId> recorded = new HashSet<>();
    private Optional<MigrationId> lock = Optional.empty();

    Optional<MigrationId> lock() {
        return lock;
    }

    /** How many times the migration's columns stand on the sheet. */
    int columnSets(MigrationId migration) {
        return columnSets.getOrDefault(migration, 0);
    }

    /** Whether the schema version that the sheet records is the migration's. */
    boolean recordsVersionOf(MigrationId migration) {
        return recorded.contains(migration);
    }

    Optional<Slot> slot(EffectId effect) {
        return Optional.ofNullable(slots.get(effect));
    }

    boolean isLockedByAnother(MigrationId migration) {
        return lock.isPresent() && !lock.get().equals(migration);
    }

    void land(Batch batch) {
        if (slots.putIfAbsent(batch.effect(), Slot.APPLIED) == null) {
            batch.change().run();
        }
    }

    void fence(List<EffectId> effects) {
        effects.forEach(effect -> slots.putIfAbsent(effect, Slot.FENCED));
    }

    /** The batch of a mutating command; empty for those that only read. */
    Optional<Batch> batch(Command command) {
        CommandHeader header = command.header();
        MigrationId migration = header.migrationId();
        Optional<Runnable> change =
                switch (command) {
                    case Command.OpenMigration open -> Optional.of(() -> lock = Optional.of(migration));
                    case Command.ExpandSchema expand -> Optional.of(() -> columnSets.merge(migration, 1, Integer::sum));
                    case Command.InitialiseValues initialise -> Optional.of(() -> {});
                    case Command.ContractSchema contract -> Optional.of(() -> contract(migration));
                    case Command.CloseMigration close -> Optional.of(() -> close(header));
                    case Command.CreateBackup other -> Optional.empty();
                    case Command.VerifyMigration other -> Optional.empty();
                    case Command.RunSmoke other -> Optional.empty();
                    case Command.VerifyRollback other -> Optional.empty();
                    case Command.PreviewMigration other -> Optional.empty();
                };
        return change.map(effect -> new Batch(header.effectId(), effect));
    }

    private void contract(MigrationId migration) {
        EffectId expand = new EffectId(migration, Step.EXPAND, Direction.FORWARD, 1);
        if (slot(expand).equals(Optional.of(Slot.APPLIED))) {
            columnSets.merge(migration, -1, Integer::sum);
        }
    }

    private void close(CommandHeader header) {
        MigrationId migration = header.migrationId();
        if (header.direction() == Direction.FORWARD) {
            recorded.add(migration);
        } else {
            recorded.remove(migration);
        }
        if (lock.equals(Optional.of(migration))) {
            lock = Optional.empty();
        }
    }
}
