package dev.sheetway.emulator.grid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows or the columns of a sheet: an order of stable ids, which inserts, deletes and moves change without touching a
 * cell. Immutable.
 */
public final class Axis {

    private final int[] order;
    private final int nextId;
    private final Map<Integer, DimensionProps> props;
    private volatile int @Nullable [] inverse;

    private Axis(int[] order, int nextId, Map<Integer, DimensionProps> props) {
        this.order = order;
        this.nextId = nextId;
        this.props = props;
    }

    /** A fresh axis of some length. */
    public static Axis ofSize(int size) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        return new Axis(order, size, Map.of());
    }

    /** An axis from its stored parts: runs of (first id, length). */
    public static Axis ofRuns(int[] runs, int nextId, Map<Integer, DimensionProps> props) {
        int size = 0;
        for (int i = 1; i < runs.length; i += 2) {
            size += runs[i];
        }
        int[] order = new int[size];
        int position = 0;
        for (int i = 0; i < runs.length; i += 2) {
            for (int j = 0; j < runs[i + 1]; j++) {
                order[position++] = runs[i] + j;
            }
        }
        return new Axis(order, nextId, Map.copyOf(props));
    }

    /** The order as runs of (first id, length). */
    public int[] runs() {
        int[] runs = new int[16];
        int used = 0;
        for (int i = 0; i < order.length; ) {
            int end = i + 1;
            while (end < order.length && order[end] == order[end - 1] + 1) {
                end++;
            }
            if (used + 2 > runs.length) {
                runs = Arrays.copyOf(runs, runs.length * 2);
            }
            runs[used++] = order[i];
            runs[used++] = end - i;
            i = end;
        }
        return Arrays.copyOf(runs, used);
    }

    public int size() {
        return order.length;
    }

    public int nextId() {
        return nextId;
    }

    public Map<Integer, DimensionProps> props() {
        return props;
    }

    public int id(int index) {
        return order[index];
    }

    /** The index of an id, or -1 when it was deleted. */
    public int indexOf(int id) {
        int[] table = inverse;
        if (table == null) {
            table = new int[nextId];
            Arrays.fill(table, -1);
            for (int i = 0; i < order.length; i++) {
                table[order[i]] = i;
            }
            inverse = table;
        }
        return id < 0 || id >= table.length ? -1 : table[id];
    }

    public boolean contains(int id) {
        return indexOf(id) >= 0;
    }

    public Axis insert(int index, int count) {
        int[] changed = new int[order.length + count];
        System.arraycopy(order, 0, changed, 0, index);
        for (int i = 0; i < count; i++) {
            changed[index + i] = nextId + i;
        }
        System.arraycopy(order, index, changed, index + count, order.length - index);
        return new Axis(changed, nextId + count, props);
    }

    public Axis delete(int index, int count) {
        int[] changed = new int[order.length - count];
        System.arraycopy(order, 0, changed, 0, index);
        System.arraycopy(order, index + count, changed, index, order.length - index - count);
        return new Axis(changed, nextId, props);
    }

    /** Moves a block before {@code destination}, counted before the move. */
    public Axis move(int from, int count, int destination) {
        int[] block = Arrays.copyOfRange(order, from, from + count);
        int[] rest = delete(from, count).order;
        int to = destination > from ? destination - count : destination;
        int[] changed = new int[order.length];
        System.arraycopy(rest, 0, changed, 0, to);
        System.arraycopy(block, 0, changed, to, count);
        System.arraycopy(rest, to, changed, to + count, rest.length - to);
        return new Axis(changed, nextId, props);
    }

    public DimensionProps propsAt(int index) {
        return props.getOrDefault(order[index], DimensionProps.DEFAULT);
    }

    public Axis withProps(int index, DimensionProps changed) {
        Map<Integer, DimensionProps> copy = new HashMap<>(props);
        if (changed.equals(DimensionProps.DEFAULT)) {
            copy.remove(order[index]);
        } else {
            copy.put(order[index], changed);
        }
        return new Axis(order, nextId, copy);
    }

    /** Sets the properties of many entries at once. */
    public Axis withProps(Map<Integer, DimensionProps> byIndex) {
        Map<Integer, DimensionProps> copy = new HashMap<>(props);
        byIndex.forEach((index, changed) -> {
            if (changed.equals(DimensionProps.DEFAULT)) {
                copy.remove(order[index]);
            } else {
                copy.put(order[index], changed);
            }
        });
        return new Axis(order, nextId, copy);
    }
}
