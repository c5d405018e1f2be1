package dev.sheetway.schema.executor;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.CellContent;
import dev.sheetway.workspace.Effect;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.NumberFormat;
import dev.sheetway.workspace.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A tab as a list of columns, each with its cells and the metadata that moves with it. */
final class MemoryTab {
    static final Cell BLANK = new Cell(CellContent.BLANK, Optional.empty(), Optional.empty());

    private static final class Column {
        final List<Cell> cells = new ArrayList<>();
        final List<Workbook.Metadata> metadata = new ArrayList<>();
    }

    final int sheetId;
    final String title;
    final boolean hidden;
    private final List<Column> columns = new ArrayList<>();
    private int rows;

    MemoryTab(int sheetId, String title, int rows, int columns, boolean hidden) {
        this.sheetId = sheetId;
        this.title = title;
        this.rows = rows;
        this.hidden = hidden;
        insertColumns(0, columns);
    }

    MemoryTab retired(String newTitle) {
        return copy(newTitle, true);
    }

    MemoryTab titled(String newTitle) {
        return copy(newTitle, hidden);
    }

    private MemoryTab copy(String newTitle, boolean nowHidden) {
        MemoryTab tab = new MemoryTab(sheetId, newTitle, rows, 0, nowHidden);
        tab.columns.addAll(columns);
        return tab;
    }

    int rows() {
        return rows;
    }

    int width() {
        return columns.size();
    }

    void insertColumns(int at, int count) {
        for (int i = 0; i < count; i++) {
            Column column = new Column();
            for (int row = 0; row < rows; row++) {
                column.cells.add(BLANK);
            }
            columns.add(at, column);
        }
    }

    void insertRows(int at, int count) {
        columns.forEach(column -> {
            for (int i = 0; i < count; i++) {
                column.cells.add(at, BLANK);
            }
        });
        rows += count;
    }

    void moveColumn(int from, int to) {
        columns.add(to, columns.remove(from));
    }

    /** As a sort does it: cells change places, the grid's rows do not. */
    void swapRows(int one, int other) {
        columns.forEach(column -> java.util.Collections.swap(column.cells, one, other));
    }

    void deleteColumns(int start, int end) {
        columns.subList(start, end).clear();
    }

    Cell cell(int row, int column) {
        return columns.get(column).cells.get(row);
    }

    void set(int row, int column, Object value) {
        CellContent content =
                switch (value) {
                    case CellContent given -> given;
                    case Number number -> new CellContent.Number(number.doubleValue());
                    case Boolean bool -> new CellContent.Bool(bool);
                    default -> value.toString().isEmpty() ? CellContent.BLANK : new CellContent.Text(value.toString());
                };
        edit(row, column, old -> new Cell(content, old.format(), old.validation()));
    }

    void edit(int row, int column, UnaryOperator<Cell> change) {
        columns.get(column).cells.set(row, change.apply(cell(row, column)));
    }

    void write(GridArea area, Effect.CellWrite write) {
        each(
                area,
                old -> new Cell(
                        write.content().orElse(old.content()),
                        write.format().<Optional<NumberFormat>>map(Optional::of).orElse(old.format()),
                        old.validation()));
    }

    void validate(GridArea area, Optional<String> rule) {
        each(area, old -> new Cell(old.content(), old.format(), rule));
    }

    private void each(GridArea area, UnaryOperator<Cell> change) {
        for (int row = area.startRow(); row < area.endRow(); row++) {
            for (int column = area.startColumn(); column < area.endColumn(); column++) {
                edit(row, column, change);
            }
        }
    }

    void anchor(int column, int id, String key, String value) {
        columns.get(column)
                .metadata
                .add(new Workbook.Metadata(id, key, value, new Workbook.Location.OfColumn(sheetId, column)));
    }

    void unanchor(int id) {
        columns.forEach(column -> column.metadata.removeIf(entry -> entry.id() == id));
    }

    List<Workbook.Metadata> metadata() {
        List<Workbook.Metadata> found = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            for (Workbook.Metadata entry : columns.get(index).metadata) {
                found.add(new Workbook.Metadata(
                        entry.id(), entry.key(), entry.value(), new Workbook.Location.OfColumn(sheetId, index)));
            }
        }
        return found;
    }

    /** Texts of a row, trailing blanks cut off. */
    List<String> texts(int row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            texts.add(cell(row, column).content().asText());
        }
        while (!texts.isEmpty() && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        return texts;
    }

    /** Content of a column, from the first row to the last. */
    List<CellContent> contents(int column) {
        return columns.get(column).cells.stream().map(Cell::content).toList();
    }

    Workbook.Tab describe(int index) {
        return new Workbook.Tab(sheetId, title, index, rows, width(), hidden, 0, 0, 0);
    }
}
