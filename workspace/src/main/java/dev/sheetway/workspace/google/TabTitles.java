package dev.sheetway.workspace.google;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.Workbook;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which title each tab with cells had when it was last seen. Only a guess: whoever uses it compares the answer. Thread-safe;
 * keeps the 1,000 spreadsheets used last.
 */
final class TabTitles {
    private static final int MOST = 1_000;

    private final Map<SpreadsheetId, Map<Integer, String>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SpreadsheetId, Map<Integer, String>> eldest) {
            return size() > MOST;
        }
    };

    /** Replaces what was known of that spreadsheet. */
    synchronized void seen(Workbook workbook) {
        Map<Integer, String> titles = new HashMap<>();
        workbook.tabs().stream().filter(Workbook.Tab::hasGrid).forEach(tab -> titles.put(tab.sheetId(), tab.title()));
        known.put(workbook.id(), titles);
    }

    synchronized void seen(SpreadsheetId id, int sheetId, String title) {
        known.computeIfAbsent(id, key -> new HashMap<>()).put(sheetId, title);
    }

    /** A copy of a file has the tabs of the original, ids included. */
    synchronized void copied(SpreadsheetId source, SpreadsheetId copy) {
        known.put(copy, new HashMap<>(known.getOrDefault(source, Map.of())));
    }

    synchronized Map<Integer, String> of(SpreadsheetId id) {
        return Map.copyOf(known.getOrDefault(id, Map.of()));
    }

    /** Some tab of that spreadsheet, the same one each time. */
    synchronized Optional<Integer> anyTab(SpreadsheetId id) {
        return known.getOrDefault(id, Map.of()).keySet().stream().min(Integer::compare);
    }
}
