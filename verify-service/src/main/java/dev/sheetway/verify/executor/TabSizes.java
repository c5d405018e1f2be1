package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many cells the grids of tabs had that this process read lately. A hint, never a fact: it only tells whether
 * structure and cells may be asked for in one call. Thread-safe.
 */
public final class TabSizes {
    private static final int REMEMBERED = 1_000;
    /** As many as the gateway asks for in one call. */
    private static final long SMALL = 200_000;

    private record Key(SpreadsheetId id, String tab) {}

    private final Map<Key, Long> cells = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether the tab was small when it was last read; false when nothing is known of it. */
    synchronized boolean wasSmall(SpreadsheetId id, String tab) {
        return cells.getOrDefault(new Key(id, tab), Long.MAX_VALUE) <= SMALL;
    }

    synchronized void saw(SpreadsheetId id, String tab, long gridCells) {
        cells.put(new Key(id, tab), gridCells);
    }
}
