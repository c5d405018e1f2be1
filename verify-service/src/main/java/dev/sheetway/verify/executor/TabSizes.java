package dev.sheetway.verify.executor;

import dev.sheetway.contracts.SpreadsheetId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How large tabs probably are: as they were read lately, or as earlier steps left them. A hint, never a fact: it only tells whether
 * structure and cells may be asked for in one call. Thread-safe.
 */
public final class TabSizes {
    private static final int REMEMBERED = 1_000;
    /** As many as the gateway asks for in one call. */
    private static final long SMALL = 200_000;

    private record Key(SpreadsheetId id, String tab) {}

    private record Size(long cells, int columns) {}

    private final Map<Key, Size> sizes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Size> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The columns that the tab had or should have, if it was small; empty when nothing is known of it. */
    synchronized OptionalInt columnsIfSmall(SpreadsheetId id, String tab) {
        Size size = sizes.get(new Key(id, tab));
        return size == null || size.cells() > SMALL || size.columns() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(size.columns());
    }

    synchronized void saw(SpreadsheetId id, String tab, int rows, int columns) {
        sizes.put(new Key(id, tab), new Size((long) rows * columns, columns));
    }

    /**
     * What earlier steps of the migration tell of a tab that this process may never have read.
     *
     * @param cells that hold something: blank ones cost nothing to read
     */
    synchronized void expect(SpreadsheetId id, String tab, int columns, long cells) {
        sizes.put(new Key(id, tab), new Size(cells, columns));
    }
}
