package dev.sheetway.workspace.fingerprint;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pairs rows that are equal, in order: common beginning and end first, then rows that occur once in both tables
 * (patience), and Myers' algorithm for what lies between when that is short. Myers alone would take time and memory
 * with the square of the differences, which after somebody sorted 100,000 rows is out of reach.
 */
final class RowAlignment {
    static final int UNPAIRED = -1;
    private static final int SHORT = 2_000;

    private final RowHashes before;
    private final RowHashes after;
    private final int[] partner;

    private RowAlignment(RowHashes before, RowHashes after) {
        this.before = before;
        this.after = after;
        this.partner = new int[before.size()];
        Arrays.fill(partner, UNPAIRED);
    }

    /** For each row before the row after, ascending, or {@link #UNPAIRED}. */
    static int[] partners(RowHashes before, RowHashes after) {
        RowAlignment alignment = new RowAlignment(before, after);
        alignment.align(0, before.size(), 0, after.size());
        return alignment.partner;
    }

    private void align(int fromStart, int fromEnd, int toStart, int toEnd) {
        int b0 = fromStart;
        int a0 = toStart;
        while (b0 < fromEnd && a0 < toEnd && before.hash(b0) == after.hash(a0)) {
            partner[b0++] = a0++;
        }
        int b1 = fromEnd;
        int a1 = toEnd;
        while (b0 < b1 && a0 < a1 && before.hash(b1 - 1) == after.hash(a1 - 1)) {
            partner[--b1] = --a1;
        }
        if (b0 < b1 && a0 < a1) {
            between(b0, b1, a0, a1);
        }
    }

    private void between(int b0, int b1, int a0, int a1) {
        List<int[]> anchors = Increasing.longest(uniquePairs(b0, b1, a0, a1));
        if (anchors.isEmpty()) {
            if (b1 - b0 + a1 - a0 <= SHORT) {
                myers(b0, b1, a0, a1);
            }
            return;
        }
        int b = b0;
        int a = a0;
        for (int[] anchor : anchors) {
            align(b, anchor[0], a, anchor[1]);
            partner[anchor[0]] = anchor[1];
            b = anchor[0] + 1;
            a = anchor[1] + 1;
        }
        align(b, b1, a, a1);
    }

    /** Pairs of rows whose hash occurs once in each part, in the order before. */
    private List<int[]> uniquePairs(int b0, int b1, int a0, int a1) {
        Map<Long, Integer> inAfter = unique(after, a0, a1);
        Map<Long, Integer> inBefore = unique(before, b0, b1);
        List<int[]> pairs = new ArrayList<>();
        for (int b = b0; b < b1; b++) {
            Integer a = inAfter.get(before.hash(b));
            Integer own = inBefore.get(before.hash(b));
            if (a != null && own != null && a != UNPAIRED && own != UNPAIRED) {
                pairs.add(new int[] {b, a});
            }
        }
        return pairs;
    }

    private static Map<Long, Integer> unique(RowHashes table, int start, int end) {
        Map<Long, Integer> positions = new HashMap<>();
        for (int i = start; i < end; i++) {
            positions.merge(table.hash(i), i, (one, other) -> UNPAIRED);
        }
        return positions;
    }

    private void myers(int b0, int b1, int a0, int a1) {
        List<Long> source = hashes(before, b0, b1);
        List<Long> target = hashes(after, a0, a1);
        int b = 0;
        int a = 0;
        for (AbstractDelta<Long> delta :
                DiffUtils.diff(source, target, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                continue;
            }
            while (b < delta.getSource().getPosition()) {
                partner[b0 + b++] = a0 + a++;
            }
            b = delta.getSource().getPosition() + delta.getSource().size();
            a = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        while (b < source.size()) {
            partner[b0 + b++] = a0 + a++;
        }
    }

    private static List<Long> hashes(RowHashes table, int start, int end) {
        return IntStream.range(start, end).mapToObj(table::hash).toList();
    }
}
