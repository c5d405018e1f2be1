package dev.sheetway.orchestrator.saga.simulation;

import java.util.ArrayList;
import java.util.List;

/** A partition with one reader: what was appended, how far it was read, how far reading is committed. */
final class ModelledTopic<T> {
    private final List<T> records;
    private int position;
    private int committed;

    ModelledTopic() {
        this(new ArrayList<>());
    }

    private ModelledTopic(List<T> records) {
        this.records = records;
    }

    ModelledTopic<T> copy() {
        ModelledTopic<T> copy = new ModelledTopic<>(new ArrayList<>(records));
        copy.position = position;
        copy.committed = committed;
        return copy;
    }

    /** What can still be read, with the one record that a lost offset would bring back. */
    List<T> key() {
        return List.copyOf(records.subList(Math.max(0, committed - 1), records.size()));
    }

    void append(T record) {
        records.add(record);
    }

    boolean hasNext() {
        return position < records.size();
    }

    T peek() {
        return records.get(position);
    }

    T next() {
        T record = records.get(position);
        position++;
        return record;
    }

    void commit() {
        committed = position;
    }

    /** A reader that starts again. */
    void rewind() {
        position = committed;
    }

    /** Offsets were lost: the last {@code count} committed records are read again. */
    void lose(int count) {
        committed = Math.max(0, committed - count);
        position = committed;
    }

    int position() {
        return position;
    }

    List<T> records() {
        return records;
    }
}
