package dev.sheetway.schema.planner;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which live row is which archived row, although people insert, delete and sort rows meanwhile: the same key, at the same
 * place where it stands there, else where it stands alone. Rows without a key go with the last row above that has one.
 */
final class RowMatch {
    private final int[] liveOf;

    private RowMatch(int[] liveOf) {
        this.liveOf = liveOf;
    }

    /**
     * @param archived key texts from row 0 on, blank where there is none; {@code live} likewise
     * @param firstRow 0-based, below the header; rows above keep their places
     */
    static RowMatch of(List<String> archived, List<String> live, int firstRow) {
        Map<String, Integer> seen = new HashMap<>();
        for (int row = firstRow; row < live.size(); row++) {
            if (!live.get(row).isBlank()) {
                seen.merge(live.get(row), row, (one, other) -> -1);
            }
        }
        Map<String, Integer> before = new HashMap<>();
        archived.stream().skip(firstRow).forEach(key -> before.merge(key, 1, Integer::sum));
        int[] match = new int[archived.size()];
        Arrays.fill(match, -1);
        int shift = 0;
        for (int row = 0; row < match.length; row++) {
            String key = archived.get(row);
            if (row < firstRow) {
                match[row] = row < live.size() ? row : -1;
            } else if (!key.isBlank()) {
                boolean alone = before.getOrDefault(key, 0) == 1;
                match[row] = at(live, row + shift, key)
                        ? row + shift
                        : at(live, row, key) ? row : alone ? seen.getOrDefault(key, -1) : -1;
                shift = match[row] >= 0 ? match[row] - row : shift;
            } else if (at(live, row + shift, "")) {
                match[row] = row + shift;
            }
        }
        return new RowMatch(match);
    }

    private static boolean at(List<String> live, int row, String key) {
        return row >= 0
                && row < live.size()
                && (key.isBlank() ? live.get(row).isBlank() : live.get(row).equals(key));
    }

    /** The live row; -1: none, or none that is certain. */
    int live(int archivedRow) {
        return archivedRow < liveOf.length ? liveOf[archivedRow] : -1;
    }

    int rows() {
        return liveOf.length;
    }
}
