package dev.sheetway.verify.checks.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Live rows by what identifies them, and which of them already have a partner in the backup. */
final class LiveIndex {
    private final LiveTable live;
    private final Twins twins;
    private final Map<Long, Integer> first = new HashMap<>();
    private final int[] next;
    private final int[] ordinalAt;
    private final BitSet taken = new BitSet();

    LiveIndex(LiveTable live, Twins twins) {
        this.live = live;
        this.twins = twins;
        this.next = new int[live.rowCount()];
        this.ordinalAt = new int[live.rowCount() == 0 ? 0 : live.row(live.rowCount() - 1).row + 1];
        Arrays.fill(ordinalAt, -1);
        for (int ordinal = live.rowCount() - 1; ordinal >= 0; ordinal--) {
            ordinalAt[live.row(ordinal).row] = ordinal;
            Integer before = first.put(identity(live.row(ordinal)), ordinal);
            next[ordinal] = before == null ? -1 : before;
        }
    }

    private long identity(RowImage row) {
        return row.key != 0 ? row.key : ~twins.contentOfLive(row);
    }

    /** The first free live row that has the identity of {@code old} and passes; -1 when there is none. */
    int find(RowImage old, IntPredicate test) {
        long identity = old.key != 0 ? old.key : ~twins.contentOfOld(old);
        for (int at = firstFree(identity); at >= 0; at = next[at]) {
            if (!taken.get(at) && test.test(at)) {
                return at;
            }
        }
        return -1;
    }

    /** Forgets taken rows on the way, so that a thousand equal rows are not walked through a thousand times. */
    private int firstFree(long identity) {
        int start = first.getOrDefault(identity, -1);
        int at = start;
        while (at >= 0 && taken.get(at)) {
            at = next[at];
        }
        if (at != start) {
            first.put(identity, at);
        }
        return at;
    }

    /** The free live row at a 0-based row of the tab; -1 when there is none. */
    int freeAt(int row) {
        int ordinal = row >= 0 && row < ordinalAt.length ? ordinalAt[row] : -1;
        return ordinal >= 0 && !taken.get(ordinal) ? ordinal : -1;
    }

    void take(int ordinal) {
        taken.set(ordinal);
    }

    boolean isTaken(int ordinal) {
        return taken.get(ordinal);
    }

    RowImage row(int ordinal) {
        return live.row(ordinal);
    }
}
