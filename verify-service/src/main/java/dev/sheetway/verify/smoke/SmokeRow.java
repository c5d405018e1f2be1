package dev.sheetway.verify.smoke;

import dev.cel.common.values.NullValue;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row as expressions see it; of two columns of the same normalised name the first. */
public final class SmokeRow extends AbstractMap<String, Object> {
    private final Map<String, Integer> columns;
    private final List<Cell> cells;

    private SmokeRow(Map<String, Integer> columns, List<Cell> cells) {
        this.columns = columns;
        this.cells = cells;
    }

    /** A cell has content that has no value here: a formula's result is not read, an error has none. */
    public static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoValue(String column, String what) {
            super("column \"" + column + "\" holds " + what);
        }
    }

    /** Column by normalised header. */
    public static Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = HeaderName.normalise(header.get(i));
            if (!name.isEmpty()) {
                columns.putIfAbsent(name, i);
            }
        }
        return columns;
    }

    public static SmokeRow of(Map<String, Integer> columns, List<Cell> cells) {
        return new SmokeRow(columns, cells);
    }

    private @Nullable Integer column(Object key) {
        Integer exact = key instanceof String name ? columns.get(name) : null;
        return exact != null || !(key instanceof String name) ? exact : columns.get(HeaderName.normalise(name));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && column(key) != null;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Integer column = key == null ? null : column(key);
        return column == null ? null : value(String.valueOf(key), column);
    }

    private Object value(String name, int column) {
        CellContent content = column < cells.size() ? cells.get(column).content() : CellContent.BLANK;
        return switch (content) {
            case CellContent.Blank b -> NullValue.NULL_VALUE;
            case CellContent.Text t -> t.value();
            case CellContent.Number n -> number(n.value());
            case CellContent.Bool b -> b.value();
            case CellContent.Formula f -> throw new NoValue(name, "a formula, whose result is not read");
            case CellContent.ErrorValue e -> throw new NoValue(name, "an error");
        };
    }

    private static Object number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 9.007199254740992E15;
        return whole ? (Object) (long) value : (Object) value;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new LinkedHashMap<>();
        columns.forEach((name, column) -> all.put(name, value(name, column)));
        return all.entrySet();
    }
}
