package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request of a batch. Says on a draft whether it is valid; the batch is all or nothing. */
sealed interface Change {
    /** Columns that a plan of the simulation adds. */
    int ADDED = 2;

    boolean on(ModelledSheet sheet);

    /** Adds the named range; an id that exists is an error. */
    record TakeSlot(String slot, EffectId effect) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            return sheet.slots().putIfAbsent(slot, effect) == null;
        }
    }

    record WriteRecord(EffectId effect) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            return sheet.records().add(effect);
        }
    }

    /** What must not be: a record that excludes nothing. */
    record RecordAgain(EffectId effect) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.records().add(effect);
            return true;
        }
    }

    /** Takes the slot of an effect that must not happen any more; one that happened stays as it is. */
    record Fence(String slot, EffectId effect) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            if (sheet.slots().putIfAbsent(slot, effect) == null) {
                sheet.fences().add(effect);
            }
            return true;
        }
    }

    /** {@code insertDimension} and what goes into the new cells; an index past the end is taken as the end. */
    record InsertColumns(MigrationId owner, int index) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            int start = Math.min(index, sheet.columns().size());
            for (int i = 0; i < ADDED; i++) {
                sheet.insert(start + i, made(sheet, owner));
            }
            return true;
        }
    }

    /** What must not be: cells at a place that was free when it was read. */
    record WriteColumnsAt(MigrationId owner, int index) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            for (int i = 0; i < ADDED; i++) {
                if (index + i < sheet.columns().size()) {
                    sheet.columns().remove(index + i);
                }
                sheet.insert(Math.min(index + i, sheet.columns().size()), made(sheet, owner));
            }
            return true;
        }
    }

    private static Column made(ModelledSheet sheet, MigrationId owner) {
        Map<Integer, Integer> values = new HashMap<>();
        for (int row = 0; row < Column.ROWS - 1; row++) {
            values.put(row, Column.INITIAL);
        }
        return new Column(sheet.nextColumn(), Optional.of(owner), values);
    }

    /** Only blanks; a value typed between read and write is the window that the documentation names. */
    record FillBlanks(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            for (int i = 0; i < sheet.columns().size(); i++) {
                Column column = sheet.columns().get(i);
                for (int row = 0; row < Column.ROWS; row++) {
                    if (column.anchor().equals(Optional.of(owner))
                            && !column.values().containsKey(row)) {
                        column = column.with(row, Column.INITIAL);
                    }
                }
                sheet.columns().set(i, column);
            }
            return true;
        }
    }

    record ArchiveColumns(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.columns().stream()
                    .filter(each -> each.anchor().equals(Optional.of(owner)))
                    .forEach(sheet.archive()::add);
            return true;
        }
    }

    record DeleteColumns(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.columns().removeIf(each -> each.anchor().equals(Optional.of(owner)));
            return true;
        }
    }

    /** What must not be: a place that was read before. */
    record DeleteColumnsAt(int index, int count) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            for (int i = 0; i < count && index < sheet.columns().size(); i++) {
                sheet.columns().remove(index);
            }
            return true;
        }
    }

    record Lock(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            return sheet.lock(owner);
        }
    }

    record Unlock(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.unlock(owner);
            return true;
        }
    }

    record RecordVersion(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.versions().add(owner);
            return true;
        }
    }

    record ForgetVersion(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.versions().remove(owner);
            return true;
        }
    }

    /** What must not be: slots freed while a batch may be under way. */
    record FreeSlots(MigrationId owner) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.slots().values().removeIf(effect -> effect.migrationId().equals(owner));
            sheet.records().removeIf(effect -> effect.migrationId().equals(owner));
            return true;
        }
    }

    /** The whole tab as the backup has it. */
    record PutBack(EffectId effect, List<Column> backup) implements Change {
        @Override
        public boolean on(ModelledSheet sheet) {
            sheet.columns().clear();
            sheet.columns().addAll(new ArrayList<>(backup));
            sheet.restored(effect);
            return true;
        }
    }
}
