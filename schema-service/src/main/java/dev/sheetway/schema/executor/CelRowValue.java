package dev.sheetway.schema.executor;

import dev.cel.common.values.NullValue;
import dev.sheetway.contracts.HeaderName;
import dev.sheetway.contracts.plan.Literal;
import dev.sheetway.schema.planner.RowValue;
import dev.sheetway.wire.RowExpression;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A back-fill's expression over the cells of a row, by normalised header; of two columns of one name the first. */
final class CelRowValue implements RowValue {
    private static final double EXACT = 9_007_199_254_740_992d;

    private final RowExpression expression;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Set<Integer> asked = new TreeSet<>();

    CelRowValue(RowExpression expression, List<String> header) {
        this.expression = expression;
        for (int index = 0; index < header.size(); index++) {
            String name = HeaderName.normalise(header.get(index));
            if (!name.isEmpty()) {
                columns.putIfAbsent(name, index);
            }
        }
    }

    @Override
    public Outcome of(List<Cell> row) {
        try {
            return expression
                    .value(new Row(columns, row, asked))
                    .<Outcome>map(literal -> new Value(content(literal)))
                    .orElse(new Nothing());
        } catch (RowExpression.Unevaluable problem) {
            return new Unevaluable(String.valueOf(problem.getMessage()));
        }
    }

    @Override
    public Set<Integer> columns() {
        return Set.copyOf(asked);
    }

    private static CellContent content(Literal literal) {
        return switch (literal) {
            case Literal.Text text -> new CellContent.Text(text.value());
            case Literal.Number number -> new CellContent.Number(number.value());
            case Literal.Bool bool -> new CellContent.Bool(bool.value());
        };
    }

    private static final class Row extends AbstractMap<String, Object> {
        private final Map<String, Integer> columns;
        private final List<Cell> cells;

        private final Set<Integer> asked;

        Row(Map<String, Integer> columns, List<Cell> cells, Set<Integer> asked) {
            this.asked = asked;
            this.columns = columns;
            this.cells = cells;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            Integer column = key instanceof String name ? columns.get(HeaderName.normalise(name)) : null;
            if (column != null) {
                asked.add(column);
            }
            return column != null;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            Integer column = key instanceof String name ? columns.get(HeaderName.normalise(name)) : null;
            return column == null ? null : value(String.valueOf(key), column);
        }

        private Object value(String name, int column) {
            asked.add(column);
            CellContent content = column < cells.size() ? cells.get(column).content() : CellContent.BLANK;
            return switch (content) {
                case CellContent.Blank b -> NullValue.NULL_VALUE;
                case CellContent.Text t -> t.value();
                case CellContent.Number n -> number(n.value());
                case CellContent.Bool b -> b.value();
                case CellContent.Formula f ->
                    throw new RowExpression.Unevaluable(
                            "has a formula in column \"" + name + "\", whose result is not read");
                case CellContent.ErrorValue e ->
                    throw new RowExpression.Unevaluable("has an error in column \"" + name + "\"");
            };
        }

        private static Object number(double value) {
            boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
            return whole ? (Object) (long) value : (Object) value;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> all = new LinkedHashMap<>();
            columns.forEach((name, column) -> all.put(name, value(name, column)));
            return all.entrySet();
        }
    }
}
