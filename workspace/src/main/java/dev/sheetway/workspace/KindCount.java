package dev.sheetway.workspace;

import java.util.EnumMap;
import java.util.Map;

/** Counts the cells of one column by kind; remembers no content. For one thread. */
public final class KindCount {
    private final Map<ColumnKind, Integer> cells = new EnumMap<>(ColumnKind.class);

    public void add(Cell cell) {
        ColumnKind kind = ColumnKind.of(cell);
        if (kind != ColumnKind.BLANK) {
            cells.merge(kind, 1, Integer::sum);
        }
    }

    /** Number of cells that are not blank. */
    public int filled() {
        return cells.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The kind of more than half of the cells; whole numbers among others count as numbers. */
    public ColumnKind most() {
        int filled = filled();
        if (filled == 0) {
            return ColumnKind.BLANK;
        }
        int whole = cells.getOrDefault(ColumnKind.INTEGER, 0);
        int broken = cells.getOrDefault(ColumnKind.NUMBER, 0);
        if (2 * (whole + broken) > filled) {
            return broken == 0 ? ColumnKind.INTEGER : ColumnKind.NUMBER;
        }
        return cells.entrySet().stream()
                .filter(each -> 2 * each.getValue() > filled)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ColumnKind.MIXED);
    }
}
