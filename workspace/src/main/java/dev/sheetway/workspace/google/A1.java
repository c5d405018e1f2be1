package dev.sheetway.workspace.google;

import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.TabArea;
import java.util.Optional;

/** A1 notation, needed because {@code spreadsheets.get} takes nothing else. Only reads use it; writes go by ids. */
final class A1 {
    private A1() {}

    /** Always quoted: Google accepts quotes where it does not need them. Always both corners: a single cell too. */
    static String range(String title, GridArea area) {
        return "'" + title.replace("'", "''") + "'!" + column(area.startColumn()) + (area.startRow() + 1) + ":"
                + column(area.endColumn() - 1) + area.endRow();
    }

    /** Open ends are left out, as in {@code 'T'!A2:2} and {@code 'T'!C1:E}; empty when both ends are open. */
    static Optional<String> range(TabArea area) {
        if (area.endRow().isEmpty() && area.endColumn().isEmpty()) {
            return Optional.empty();
        }
        String end = (area.endColumn().isPresent() ? column(area.endColumn().getAsInt() - 1) : "")
                + (area.endRow().isPresent() ? area.endRow().getAsInt() : "");
        return Optional.of("'" + area.tab().replace("'", "''") + "'!" + column(area.startColumn())
                + (area.startRow() + 1) + ":" + end);
    }

    /** Letters of a 0-based column: A, Z, AA. */
    static String column(int index) {
        StringBuilder letters = new StringBuilder();
        for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
