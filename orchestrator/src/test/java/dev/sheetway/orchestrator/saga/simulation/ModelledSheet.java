package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One spreadsheet as Google keeps it, with what people would see without us beside it. */
final class ModelledSheet {
    /** A batch on its way: all of it is applied, or nothing. */
    record Batch(EffectId effect, List<Change> changes) {}

    private final List<Column> columns;
    private final List<Column> archive;
    /** The people's columns as they would be if nothing of ours had ever run, by column id. */
    private final Map<Integer, Column> expected;
    /** What people typed into columns of ours. */
    private final Set<Integer> typedIntoOurs;

    private final Map<String, EffectId> slots;
    private final Set<EffectId> records;
    private final Set<EffectId> fences;
    private final Set<MigrationId> versions;
    private final Set<EffectId> restores = new HashSet<>();
    private Optional<MigrationId> lock;
    private int lastColumn;
    private long fingerprint;

    ModelledSheet() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashMap<>(),
                new HashSet<>(),
                new HashSet<>(),
                new HashSet<>());
        for (int i = 0; i < 3; i++) {
            addForeign(i, Map.of(0, 100 + i, 1, 200 + i));
        }
    }

    private ModelledSheet(
            List<Column> columns,
            List<Column> archive,
            Map<Integer, Column> expected,
            Set<Integer> typedIntoOurs,
            Map<String, EffectId> slots,
            Set<EffectId> records,
            Set<EffectId> fences,
            Set<MigrationId> versions) {
        this.columns = columns;
        this.archive = archive;
        this.expected = expected;
        this.typedIntoOurs = typedIntoOurs;
        this.slots = slots;
        this.records = records;
        this.fences = fences;
        this.versions = versions;
        this.lock = Optional.empty();
    }

    ModelledSheet copy() {
        ModelledSheet copy = new ModelledSheet(
                new ArrayList<>(columns),
                new ArrayList<>(archive),
                new HashMap<>(expected),
                new HashSet<>(typedIntoOurs),
                new HashMap<>(slots),
                new HashSet<>(records),
                new HashSet<>(fences),
                new HashSet<>(versions));
        copy.restores.addAll(restores);
        copy.lock = lock;
        copy.lastColumn = lastColumn;
        return copy;
    }

    /** Of what a request or a person can tell; a sheet that has it does not change any more. */
    long fingerprint() {
        if (fingerprint == 0) {
            fingerprint = Fingerprint.of(List.of(
                    columns, archive, expected, typedIntoOurs, slots, records, fences, versions, restores, lock));
        }
        return fingerprint;
    }

    /** A person inserts a column of theirs. */
    void addForeign(int index, Map<Integer, Integer> values) {
        Column column = new Column(nextColumn(), Optional.empty(), values);
        insert(Math.min(index, columns.size()), column);
        expected.put(column.id(), column);
    }

    /** A person types a value that nobody typed before. */
    void type(int index, int row, int value) {
        Integer before = columns.get(index).values().get(row);
        Column column = columns.get(index).with(row, value);
        columns.set(index, column);
        if (before != null) {
            typedIntoOurs.remove(before);
        }
        if (column.anchor().isEmpty()) {
            expected.put(column.id(), column);
        } else {
            typedIntoOurs.add(value);
        }
    }

    /** Somebody asked for the backup, once: what it holds is expected from now on, and what people do to that. */
    void restored(EffectId effect) {
        if (!restores.add(effect)) {
            return;
        }
        expected.clear();
        columns.forEach(each -> expected.put(each.id(), each));
        typedIntoOurs.clear();
    }

    int nextColumn() {
        lastColumn++;
        return lastColumn;
    }

    void insert(int index, Column column) {
        columns.add(index, column);
    }

    boolean lock(MigrationId owner) {
        if (lock.isPresent()) {
            return lock.get().equals(owner);
        }
        lock = Optional.of(owner);
        return true;
    }

    void unlock(MigrationId owner) {
        lock = lock.filter(holder -> !holder.equals(owner));
    }

    Optional<MigrationId> lock() {
        return lock;
    }

    int columnsOf(MigrationId migration) {
        return (int) columns.stream()
                .filter(each -> each.anchor().equals(Optional.of(migration)))
                .count();
    }

    List<Column> columns() {
        return columns;
    }

    List<Column> archive() {
        return archive;
    }

    Map<Integer, Column> expected() {
        return expected;
    }

    Set<Integer> typedIntoOurs() {
        return typedIntoOurs;
    }

    Map<String, EffectId> slots() {
        return slots;
    }

    Set<EffectId> records() {
        return records;
    }

    Set<EffectId> fences() {
        return fences;
    }

    Set<MigrationId> versions() {
        return versions;
    }
}
