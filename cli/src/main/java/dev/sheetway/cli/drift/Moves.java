package dev.sheetway.cli.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which columns changed their place among the others: a column that was pushed aside by another did not. */
final class Moves {
    private Moves() {}

    /**
     * Indexes into {@code places} of those that moved: all but a longest run of columns that stand in their old order.
     *
     * @param places present places of columns in their old order, no two the same
     */
    static Set<Integer> of(List<Integer> places) {
        int[] length = new int[places.size()];
        int[] before = new int[places.size()];
        int last = -1;
        for (int i = 0; i < places.size(); i++) {
            length[i] = 1;
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(j) < places.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    before[i] = j;
                }
            }
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        Set<Integer> moved = new HashSet<>();
        for (int i = 0; i < places.size(); i++) {
            moved.add(i);
        }
        List<Integer> stayed = new ArrayList<>();
        for (int at = last; at >= 0; at = before[at]) {
            stayed.add(at);
        }
        moved.removeAll(new HashSet<>(stayed));
        return moved;
    }
}
