package dev.sheetway.emulator.sequences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sheet of the reference model: lists of rows and columns, and cells by the identity of both. */
final class ReferenceSheet {

    final Line self;
    final int id;
    String title;
    final List<Line> rows = new ArrayList<>();
    final List<Line> columns = new ArrayList<>();
    final Map<Line, Map<Line, Content>> cells = new HashMap<>();

    ReferenceSheet(Line self, int id, String title) {
        this.self = self;
        this.id = id;
        this.title = title;
    }

    static ReferenceSheet ofSize(int id, String title, int rows, int columns) {
        ReferenceSheet sheet = new ReferenceSheet(new Line(), id, title);
        sheet.rows.addAll(fresh(rows));
        sheet.columns.addAll(fresh(columns));
        return sheet;
    }

    static List<Line> fresh(int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(new Line());
        }
        return lines;
    }

    /** The same sheet, to be changed apart from this one. */
    ReferenceSheet copy() {
        ReferenceSheet copy = new ReferenceSheet(self, id, title);
        copy.rows.addAll(rows);
        copy.columns.addAll(columns);
        cells.forEach((row, line) -> copy.cells.put(row, new HashMap<>(line)));
        return copy;
    }

    /** Another sheet with the same content: new lines, so that nothing that hangs on the old ones hangs on it. */
    ReferenceSheet duplicate(int newId, String newTitle) {
        ReferenceSheet twin = ofSize(newId, newTitle, rows.size(), columns.size());
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                Content content = get(r, c);
                if (content != null) {
                    twin.put(r, c, content);
                }
            }
        }
        return twin;
    }

    List<Line> axis(boolean ofRows) {
        return ofRows ? rows : columns;
    }

    Content get(int row, int column) {
        return cells.getOrDefault(rows.get(row), Map.of()).get(columns.get(column));
    }

    void put(int row, int column, Content content) {
        Map<Line, Content> line = cells.computeIfAbsent(rows.get(row), r -> new HashMap<>());
        if (content == null) {
            line.remove(columns.get(column));
        } else {
            line.put(columns.get(column), content);
        }
    }

    /** The last row that holds anything, or -1. */
    int lastUsedRow() {
        for (int r = rows.size() - 1; r >= 0; r--) {
            for (int c = 0; c < columns.size(); c++) {
                if (get(r, c) != null) {
                    return r;
                }
            }
        }
        return -1;
    }
}
