package dev.sheetway.verify;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.RowVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small table in memory that tests can edit as people do. */
public final class Sheet {
    public static final Cell NOTHING = cell(CellContent.BLANK);
    private final List<List<Cell>> rows = new ArrayList<>();

    /** Values may be String, Double, Integer, Boolean, a CellContent, a Cell, or "" for blank; "=…" is a formula. */
    public Sheet row(Object... values) {
        List<Cell> cells = new ArrayList<>();
        for (Object value : values) {
            cells.add(of(value));
        }
        rows.add(cells);
        return this;
    }

    public static Cell of(Object value) {
        return switch (value) {
            case Cell c -> c;
            case CellContent c -> cell(c);
            case String s when s.isEmpty() -> NOTHING;
            case String s when s.startsWith("=") -> cell(new CellContent.Formula(s, ""));
            case String s -> cell(new CellContent.Text(s));
            case Number n -> cell(new CellContent.Number(n.doubleValue()));
            case Boolean b -> cell(new CellContent.Bool(b));
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    public static Cell cell(CellContent content) {
        return new Cell(content, Optional.empty(), Optional.empty());
    }

    public static Cell formatted(Object value, String type, String pattern) {
        return new Cell(of(value).content(), Optional.of(new NumberFormat(type, pattern)), Optional.empty());
    }

    public static Cell validated(Object value, String rule) {
        return new Cell(of(value).content(), Optional.of(new NumberFormat("TEXT", "@")), Optional.of(rule));
    }

    public static Cell failing(String formula, String error) {
        return cell(new CellContent.Formula(formula, error));
    }

    public Sheet copy() {
        Sheet copy = new Sheet();
        rows.forEach(row -> copy.rows.add(new ArrayList<>(row)));
        return copy;
    }

    public int height() {
        return rows.size();
    }

    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    public Cell get(int row, int column) {
        List<Cell> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : NOTHING;
    }

    public Sheet set(int row, int column, Object value) {
        List<Cell> cells = rows.get(row);
        while (cells.size() <= column) {
            cells.add(NOTHING);
        }
        cells.set(column, of(value));
        return this;
    }

    public Sheet insertRow(int at, Object... values) {
        row(values);
        rows.add(at, rows.removeLast());
        return this;
    }

    public Sheet deleteRow(int at) {
        rows.remove(at);
        return this;
    }

    public Sheet swapRows(int one, int other) {
        List<Cell> kept = rows.get(one);
        rows.set(one, rows.get(other));
        rows.set(other, kept);
        return this;
    }

    /** @param values from the header down */
    public Sheet insertColumn(int at, Object... values) {
        for (int row = 0; row < rows.size(); row++) {
            List<Cell> cells = rows.get(row);
            while (cells.size() < at) {
                cells.add(NOTHING);
            }
            cells.add(at, row < values.length ? of(values[row]) : NOTHING);
        }
        return this;
    }

    public Sheet deleteColumn(int at) {
        rows.stream().filter(row -> at < row.size()).forEach(row -> row.remove(at));
        return this;
    }

    public Sheet moveColumn(int from, int to) {
        for (List<Cell> row : rows) {
            Cell moved = from < row.size() ? row.remove(from) : NOTHING;
            while (row.size() < to) {
                row.add(NOTHING);
            }
            row.add(to, moved);
        }
        return this;
    }

    /** As a reader delivers it: rows without content are passed over, trailing cells with nothing are cut off. */
    public void scan(GridArea area, RowVisitor visitor) {
        for (int row = area.startRow(); row < Math.min(area.endRow(), rows.size()); row++) {
            List<Cell> all = rows.get(row);
            List<Cell> cells = new ArrayList<>();
            for (int column = area.startColumn(); column < Math.min(area.endColumn(), all.size()); column++) {
                cells.add(all.get(column));
            }
            if (cells.stream().allMatch(cell -> cell.content().isBlank())) {
                continue;
            }
            while (isNothing(cells.getLast())) {
                cells.removeLast();
            }
            visitor.row(area, row, List.copyOf(cells));
        }
    }

    public void scan(RowVisitor visitor) {
        scan(new GridArea(7, 0, height(), 0, width()), visitor);
    }

    private static boolean isNothing(Cell cell) {
        return cell.content().isBlank()
                && cell.format().isEmpty()
                && cell.validation().isEmpty();
    }
}
