package dev.sheetway.schema.executor;

import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small sheet with dates as people left them. */
final class ChangeSheets {
    static final List<String> HEADERS = List.of("id", "NV", "TAG_SPOOL", "Ubicación", "Fecha");

    private ChangeSheets() {}

    /** Ten rows; rows 1, 2, 4, 5 (0-based) have a key, row 3 has other content, rows 6 to 9 are spare grid. */
    static MemorySheet small() {
        MemorySheet sheet = new MemorySheet("sheet-1");
        MemoryTab table = new MemoryTab(77, "Operaciones", 10, 7, false);
        sheet.tabs.add(table);
        for (int column = 0; column < HEADERS.size(); column++) {
            table.set(0, column, HEADERS.get(column));
        }
        for (int row : List.of(1, 2, 4, 5)) {
            table.set(row, 0, row);
            table.set(row, 2, "MK-" + row);
        }
        table.set(2, 1, "N-2");
        table.set(3, 3, "Taller");
        table.set(1, 4, "20-01-2026");
        table.set(2, 4, "2026-01-21");
        table.set(4, 4, 46096);
        table.edit(
                4,
                4,
                cell -> new Cell(cell.content(), Optional.of(new NumberFormat("DATE", "d/m/yy")), cell.validation()));
        table.edit(1, 1, cell -> new Cell(cell.content(), cell.format(), Optional.of("{\"strict\":false}")));
        return sheet;
    }

    /** The table's columns with content, format and rule. */
    static List<List<Cell>> columns(MemorySheet sheet) {
        MemoryTab table = sheet.tab("Operaciones");
        List<List<Cell>> columns = new ArrayList<>();
        for (int column = 0; column < table.width(); column++) {
            List<Cell> cells = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                cells.add(table.cell(row, column));
            }
            columns.add(cells);
        }
        return columns;
    }
}
