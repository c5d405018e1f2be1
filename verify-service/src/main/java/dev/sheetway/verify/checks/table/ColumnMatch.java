package dev.sheetway.verify.checks.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which live column is which column of the backup, although people insert, move and rename columns meanwhile.
 *
 * <p>In this order: the longest common subsequence of the headers (so that of two columns of the same name the one in
 * the right company is taken), then the same name anywhere (moved), then the same place between the same neighbours
 * (renamed, or without a header).
 */
public final class ColumnMatch {
    private final int[] liveOf;
    private final int[] backupOf;
    private final BitSet moved = new BitSet();

    private ColumnMatch(int backupWidth, int liveWidth) {
        liveOf = new int[backupWidth];
        backupOf = new int[liveWidth];
        Arrays.fill(liveOf, -1);
        Arrays.fill(backupOf, -1);
    }

    /**
     * @param used the backup's columns that hold anything; the others need no partner
     * @param liveWidth columns of the live tab that may hold anything
     * @param reserved live columns that cannot be an old one: those that the plan added
     */
    public static ColumnMatch of(Header backup, Set<Integer> used, Header live, int liveWidth, Set<Integer> reserved) {
        ColumnMatch match = new ColumnMatch(backup.width(), Math.max(liveWidth, live.width()));
        match.alignInOrder(backup, live, reserved);
        match.findMoved(backup, live, reserved);
        match.findRenamed(backup, used, live, reserved);
        return match;
    }

    /** The live column of a column of the backup, or -1. */
    public int live(int backupColumn) {
        return backupColumn < liveOf.length ? liveOf[backupColumn] : -1;
    }

    /** The backup's column of a live column, or -1. */
    public int backup(int liveColumn) {
        return liveColumn < backupOf.length ? backupOf[liveColumn] : -1;
    }

    /** Whether that column of the backup stands elsewhere among its neighbours now. */
    public boolean isMoved(int backupColumn) {
        return moved.get(backupColumn);
    }

    private void pair(int backup, int live) {
        liveOf[backup] = live;
        backupOf[live] = backup;
    }

    private static boolean sameName(Header backup, int b, Header live, int l, Set<Integer> reserved) {
        return !backup.name(b).isEmpty() && backup.name(b).equals(live.name(l)) && !reserved.contains(l);
    }

    private void alignInOrder(Header backup, Header live, Set<Integer> reserved) {
        int[][] best = new int[backup.width() + 1][live.width() + 1];
        for (int b = backup.width() - 1; b >= 0; b--) {
            for (int l = live.width() - 1; l >= 0; l--) {
                best[b][l] = sameName(backup, b, live, l, reserved)
                        ? best[b + 1][l + 1] + 1
                        : Math.max(best[b + 1][l], best[b][l + 1]);
            }
        }
        int b = 0;
        int l = 0;
        while (b < backup.width() && l < live.width()) {
            if (sameName(backup, b, live, l, reserved)) {
                pair(b++, l++);
            } else if (best[b + 1][l] >= best[b][l + 1]) {
                b++;
            } else {
                l++;
            }
        }
    }

    private void findMoved(Header backup, Header live, Set<Integer> reserved) {
        for (int b = 0; b < liveOf.length; b++) {
            for (int l = 0; l < live.width() && liveOf[b] < 0; l++) {
                if (backupOf[l] < 0 && sameName(backup, b, live, l, reserved)) {
                    pair(b, l);
                    moved.set(b);
                }
            }
        }
    }

    private void findRenamed(Header backup, Set<Integer> used, Header live, Set<Integer> reserved) {
        int[] others = IntStream.range(0, backupOf.length)
                .filter(l -> !reserved.contains(l))
                .toArray();
        for (int b = 0; b < liveOf.length; b++) {
            if (liveOf[b] >= 0 || !used.contains(b)) {
                continue;
            }
            int place = placeAfter(b, others);
            if (place >= others.length || backupOf[others[place]] >= 0) {
                continue;
            }
            boolean wasNamed = !backup.name(b).isEmpty();
            boolean isNamed = !live.name(others[place]).isEmpty();
            // a column that lost its header, not the blank grid behind the table
            boolean unnamed = !isNamed && (!wasNamed || others[place] < live.width());
            if (unnamed || (wasNamed && isNamed)) {
                pair(b, others[place]);
            }
        }
    }

    /** The place among {@code others} right behind the live partner of the backup's column before. */
    private int placeAfter(int backup, int[] others) {
        int before = backup - 1;
        while (before >= 0 && liveOf[before] < 0) {
            before--;
        }
        int place = before < 0 ? -1 : Arrays.binarySearch(others, liveOf[before]);
        return place + backup - before;
    }
}
