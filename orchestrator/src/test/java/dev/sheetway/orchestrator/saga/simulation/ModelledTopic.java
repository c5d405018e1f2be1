package dev.sheetway.orchestrator.saga.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A partition with one reader: what was appended, how far it was read, how far reading is committed. */
final class ModelledTopic<T> {
    /** Shared with copies until one of them appends. */
    private List<T> records = new ArrayList<>();

    private boolean shared;
    private int position;
    private int committed;
    private long fingerprint;
    private boolean fingerprinted;

    ModelledTopic<T> copy() {
        ModelledTopic<T> copy = new ModelledTopic<>();
        shared = true;
        copy.shared = true;
        copy.records = records;
        copy.position = position;
        copy.committed = committed;
        copy.fingerprint = fingerprint;
        copy.fingerprinted = fingerprinted;
        return copy;
    }

    /**
     * Of what can still be read and of the newest record that was: it may come once more. How far the reader is beyond
     * what it committed is told by what it has in hand.
     */
    long fingerprint() {
        if (!fingerprinted) {
            int newest = Math.max(0, Math.min(committed, records.size()) - 1);
            fingerprint = Fingerprint.of(List.of(committed == 0 ? 0 : 1, records.subList(newest, records.size())));
            fingerprinted = true;
        }
        return fingerprint;
    }

    void append(T record) {
        if (shared) {
            records = new ArrayList<>(records);
            shared = false;
        }
        records.add(record);
        fingerprinted = false;
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
        fingerprinted = false;
    }

    /** A reader that starts again. */
    void rewind() {
        position = committed;
    }

    /** Offsets were lost: the last {@code count} committed records are read again. */
    void lose(int count) {
        committed = Math.max(0, committed - count);
        position = committed;
        fingerprinted = false;
    }

    int position() {
        return position;
    }

    List<T> records() {
        return Collections.unmodifiableList(records);
    }
}
