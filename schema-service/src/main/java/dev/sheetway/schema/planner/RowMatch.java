package dev.sheetway.schema.planner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which live row is which archived row, although people insert, delete and sort rows meanwhile.
 *
 * <p>Where every key stands where it stood, rows go by their place. Otherwise a key that stands once in both goes with itself. As long as those kept their order, rows of equal keys and rows
 * without a key go with each other in their order, between the same two such neighbours and when they are as many as
 * before. Everything else is ambiguous, and nothing is guessed.
 */
final class RowMatch {
    private static final int GONE = -1;
    private static final int AMBIGUOUS = -2;

    private final List<String> archived;
    private final List<String> live;
    private final int firstRow;
    private final int[] liveOf;

    private RowMatch(List<String> archived, List<String> live, int firstRow) {
        this.archived = archived;
        this.live = live;
        this.firstRow = firstRow;
        this.liveOf = new int[archived.size()];
        Arrays.fill(liveOf, GONE);
    }

    /**
     * @param archived key texts from row 0 on, blank where there is none; {@code live} likewise
     * @param firstRow 0-based, below the header; rows above keep their places
     */
    static RowMatch of(List<String> archived, List<String> live, int firstRow) {
        RowMatch match = new RowMatch(archived, live, firstRow);
        for (int row = 0; row < Math.min(firstRow, archived.size()); row++) {
            match.liveOf[row] = row < live.size() ? row : GONE;
        }
        if (match.isUnmoved()) {
            match.byPlace();
        } else {
            match.unique();
            match.between();
        }
        return match;
    }

    /** Every key stands where it stood. */
    private boolean isUnmoved() {
        for (int row = firstRow; row < Math.max(archived.size(), live.size()); row++) {
            if (!key(archived, row).equals(key(live, row))) {
                return false;
            }
        }
        return true;
    }

    private static String key(List<String> keys, int row) {
        return row < keys.size() ? keys.get(row) : "";
    }

    private void byPlace() {
        for (int row = firstRow; row < Math.min(archived.size(), live.size()); row++) {
            liveOf[row] = row;
        }
    }

    private void unique() {
        Map<String, List<Integer>> before = places(archived, firstRow, archived.size());
        Map<String, List<Integer>> now = places(live, firstRow, live.size());
        before.forEach((key, rows) -> {
            List<Integer> found = now.getOrDefault(key, List.of());
            if (!key.isBlank() && rows.size() == 1 && found.size() == 1) {
                liveOf[rows.getFirst()] = found.getFirst();
            } else if (key.isBlank() || !found.isEmpty()) {
                rows.forEach(row -> liveOf[row] = AMBIGUOUS);
            }
        });
    }

    private void between() {
        int last = Math.min(firstRow, archived.size()) - 1;
        int lastLive = firstRow - 1;
        List<int[]> segments = new ArrayList<>();
        for (int row = firstRow; row < archived.size(); row++) {
            if (liveOf[row] >= 0) {
                if (liveOf[row] < lastLive) {
                    return; // sorted: the order of equal keys tells nothing any more
                }
                segments.add(new int[] {last + 1, row, lastLive + 1, liveOf[row]});
                last = row;
                lastLive = liveOf[row];
            }
        }
        segments.forEach(part -> pair(part[0], part[1], part[2], part[3]));
        tail(last + 1, lastLive + 1);
    }

    /** Half-open ranges between two rows that are certain. */
    private void pair(int from, int to, int liveFrom, int liveTo) {
        Map<String, List<Integer>> now = places(live, liveFrom, liveTo);
        places(archived, from, to).forEach((key, rows) -> {
            List<Integer> found = now.getOrDefault(key, List.of());
            if (found.size() == rows.size()) {
                for (int i = 0; i < rows.size(); i++) {
                    liveOf[rows.get(i)] = found.get(i);
                }
            }
        });
    }

    /** Behind the last certain row there are spare rows, of which the grid may have more or fewer by now. */
    private void tail(int from, int liveFrom) {
        pair(from, archived.size(), liveFrom, live.size());
        for (int row = from; row < archived.size(); row++) {
            if (archived.get(row).isBlank()) {
                liveOf[row] = isBlank(row - from + liveFrom) ? row - from + liveFrom : AMBIGUOUS;
            }
        }
    }

    private boolean isBlank(int liveRow) {
        return liveRow < live.size() && live.get(liveRow).isBlank();
    }

    private static Map<String, List<Integer>> places(List<String> keys, int from, int to) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int row = from; row < to; row++) {
            places.computeIfAbsent(keys.get(row), key -> new ArrayList<>()).add(row);
        }
        return places;
    }

    /** The live row; negative: none, or none that is certain. */
    int live(int archivedRow) {
        return archivedRow < liveOf.length ? liveOf[archivedRow] : GONE;
    }

    /** For cells without content, which may go by their place: that row, when it has no key either; else negative. */
    int samePlace(int archivedRow) {
        return archived.get(archivedRow).isBlank() && archivedRow >= firstRow && isBlank(archivedRow)
                ? archivedRow
                : GONE;
    }

    /** Why an archived row has no live one. */
    String reason(int archivedRow) {
        return live(archivedRow) == AMBIGUOUS ? "row-ambiguous" : "row-gone";
    }

    int rows() {
        return liveOf.length;
    }
}
