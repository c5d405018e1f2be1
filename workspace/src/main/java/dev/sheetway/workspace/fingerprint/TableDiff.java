package dev.sheetway.workspace.fingerprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;

/**
 * Where two tables differ. A row that somebody inserted or deleted is that one row, not every row after it.
 *
 * <p>Phases: pair equal rows in order ({@link RowAlignment}); of the rest, pair equal rows wherever they are (moved),
 * then rows of the same key (edited, perhaps moved too), then neighbours in the same gap that are equal in at least
 * half of their cells; whatever is left was inserted or deleted.
 */
public final class TableDiff {
    private static final int UNPAIRED = RowAlignment.UNPAIRED;

    private final RowHashes before;
    private final RowHashes after;
    private final int[] partner;
    /** The partners that stand in order; what lies between two of them is a gap. */
    private final int[] ordered;

    private final RowComparison comparison;
    private final boolean[] moved;
    private final boolean[] taken;

    private TableDiff(RowHashes before, RowHashes after) {
        this.before = before;
        this.after = after;
        this.partner = RowAlignment.partners(before, after);
        this.ordered = partner.clone();
        this.comparison = new RowComparison(before, after);
        this.moved = new boolean[before.size()];
        this.taken = new boolean[after.size()];
        for (int a : partner) {
            if (a != UNPAIRED) {
                taken[a] = true;
            }
        }
    }

    /**
     * Tells {@code sink} of each difference: by rows before, ascending, then the inserted rows.
     *
     * @throws IllegalArgumentException when the tables do not have the same number of columns
     */
    public static void between(RowHashes before, RowHashes after, Consumer<TableDifference> sink) {
        if (before.width() != after.width()) {
            throw new IllegalArgumentException(
                    "tables of " + before.width() + " and " + after.width() + " columns: expected as many");
        }
        TableDiff diff = new TableDiff(before, after);
        diff.pairBy(before::hash, after::hash);
        diff.pairBy(before::key, after::key);
        diff.pairNeighbours();
        diff.tell(sink);
    }

    /** All differences, for tables that are known to differ little. */
    public static List<TableDifference> list(RowHashes before, RowHashes after) {
        List<TableDifference> differences = new ArrayList<>();
        between(before, after, differences::add);
        return differences;
    }

    /** Pairs what is left, first with first; 0 stands for no key. */
    private void pairBy(IntToLongFunction keyBefore, IntToLongFunction keyAfter) {
        Map<Long, Deque<Integer>> open = new HashMap<>();
        for (int a = 0; a < taken.length; a++) {
            if (!taken[a] && keyAfter.applyAsLong(a) != 0) {
                open.computeIfAbsent(keyAfter.applyAsLong(a), key -> new ArrayDeque<>())
                        .add(a);
            }
        }
        int[] next = nextInOrder();
        int previous = UNPAIRED;
        for (int b = 0; b < partner.length; b++) {
            previous = Math.max(previous, ordered[b]);
            if (partner[b] == UNPAIRED) {
                Deque<Integer> candidates = open.get(keyBefore.applyAsLong(b));
                if (candidates != null && !candidates.isEmpty()) {
                    int a = candidates.removeFirst();
                    pair(b, a);
                    moved[b] = a < previous || a > next[b];
                }
            }
        }
    }

    /** For each row the partner of the next row that stands in order. */
    private int[] nextInOrder() {
        int[] next = new int[ordered.length];
        int following = Integer.MAX_VALUE;
        for (int b = ordered.length - 1; b >= 0; b--) {
            next[b] = following;
            following = ordered[b] == UNPAIRED ? following : ordered[b];
        }
        return next;
    }

    private void pair(int b, int a) {
        partner[b] = a;
        taken[a] = true;
    }

    private void pairNeighbours() {
        int b = 0;
        int a = 0;
        while (b < partner.length) {
            int end = b;
            while (end < ordered.length && ordered[end] == UNPAIRED) {
                end++;
            }
            int aEnd = end < ordered.length ? ordered[end] : taken.length;
            pairGap(b, end, a, aEnd);
            a = end < ordered.length ? aEnd + 1 : aEnd;
            b = end + 1;
        }
    }

    private void pairGap(int b0, int b1, int a0, int a1) {
        List<Integer> left = new ArrayList<>();
        List<Integer> right = new ArrayList<>();
        for (int b = b0; b < b1; b++) {
            if (partner[b] == UNPAIRED) {
                left.add(b);
            }
        }
        for (int a = a0; a < a1; a++) {
            if (!taken[a]) {
                right.add(a);
            }
        }
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (comparison.similar(left.get(i), right.get(j))) {
                pair(left.get(i++), right.get(j++));
            } else {
                int rest = (left.size() - i) - (right.size() - j);
                i += rest >= 0 ? 1 : 0;
                j += rest <= 0 ? 1 : 0;
            }
        }
    }

    private void tell(Consumer<TableDifference> sink) {
        for (int b = 0; b < partner.length; b++) {
            int a = partner[b];
            if (a == UNPAIRED) {
                sink.accept(new TableDifference.RowDeleted(before.row(b), before.key(b) != 0));
                continue;
            }
            if (moved[b]) {
                sink.accept(new TableDifference.RowMoved(before.row(b), after.row(a)));
            }
            for (int p = 0; p < before.width(); p++) {
                if (before.cell(b, p) != after.cell(a, p)) {
                    sink.accept(new TableDifference.CellChanged(
                            before.row(b), after.row(a), p, comparison.change(b, a, p)));
                }
            }
        }
        for (int a = 0; a < taken.length; a++) {
            if (!taken[a]) {
                sink.accept(new TableDifference.RowInserted(after.row(a)));
            }
        }
    }
}
