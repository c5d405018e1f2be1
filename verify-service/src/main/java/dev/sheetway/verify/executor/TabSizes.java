package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How large the grids of tabs were that this process read lately. A hint, never a fact: it only tells whether
 * structure and cells may be asked for in one call. Thread-safe.
 */
public final class TabSizes {
    private static final int REMEMBERED = 1_000;
    /** As many as the gateway asks for in one call. */
    private static final long SMALL = 200_000;

    private record Key(SpreadsheetId id, String tab) {}

    private record Size(int rows, int columns) {}

    private final Map<Key, Size> sizes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Size> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The columns that the tab had, if it was small when it was last read; empty when nothing is known of it. */
    synchronized OptionalInt columnsIfSmall(SpreadsheetId id, String tab) {
        Size size = sizes.get(new Key(id, tab));
        return size == null || (long) size.rows() * size.columns() > SMALL || size.columns() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(size.columns());
    }

    synchronized void saw(SpreadsheetId id, String tab, int rows, int columns) {
        sizes.put(new Key(id, tab), new Size(rows, columns));
    }
}
