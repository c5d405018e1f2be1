package dev.sheetway.workspace.fingerprint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Longest increasing subsequence, in n log n. */
final class Increasing {
    private Increasing() {}

    /** @param pairs ascending in their first number; result: the most of them that ascend in the second too */
    static List<int[]> longest(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int place = place(pairs, tails, length, pairs.get(i)[1]);
            previous[i] = place == 0 ? -1 : tails[place - 1];
            tails[place] = i;
            length = Math.max(length, place + 1);
        }
        Deque<int[]> result = new ArrayDeque<>();
        for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
            result.addFirst(pairs.get(i));
        }
        return new ArrayList<>(result);
    }

    private static int place(List<int[]> pairs, int[] tails, int length, int value) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(tails[middle])[1] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
