package dev.sheetway.schema.executor;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.schema.planner.ColumnCells;
import dev.sheetway.schema.planner.RowRanges;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the first read did not bring: columns that stand elsewhere, or the whole table where no key tells real rows. */
final class TableRead {
    private final SheetReader reader;
    private final SpreadsheetId id;
    private final Workbook.Tab tab;
    private final int firstRow;

    /** @param firstRow 0-based, the first one below the header */
    TableRead(SheetReader reader, SpreadsheetId id, Workbook.Tab tab, int firstRow) {
        this.reader = reader;
        this.id = id;
        this.tab = tab;
        this.firstRow = firstRow;
    }

    /** Cells of whole columns; one call, none for no columns. */
    Map<Integer, ColumnCells> columns(Set<Integer> wanted) {
        if (wanted.isEmpty() || firstRow >= tab.rowCount()) {
            return Map.of();
        }
        Map<Integer, ColumnCollector> collectors = new HashMap<>();
        wanted.forEach(column -> collectors.put(column, new ColumnCollector(firstRow)));
        List<GridArea> areas = wanted.stream()
                .sorted()
                .map(column -> new GridArea(tab.sheetId(), firstRow, tab.rowCount(), column, column + 1))
                .toList();
        reader.scanAll(id, areas, (area, row, cells) -> {
            ColumnCollector collector = collectors.get(area.startColumn());
            if (collector != null && !cells.isEmpty()) {
                collector.cell(row, cells.getFirst());
            }
        });
        Map<Integer, ColumnCells> found = new TreeMap<>();
        collectors.forEach((column, collector) -> found.put(column, collector.cells()));
        return found;
    }

    /** Rows with any content, in chunks. */
    RowRanges rowsWithContent() {
        RowRanges.Builder rows = new RowRanges.Builder();
        if (firstRow < tab.rowCount()) {
            GridArea body = new GridArea(tab.sheetId(), firstRow, tab.rowCount(), 0, tab.columnCount());
            reader.scan(id, body, (area, row, cells) -> {
                if (cells.stream().anyMatch(TableRead::content)) {
                    rows.add(row);
                }
            });
        }
        return rows.build();
    }

    private static boolean content(Cell cell) {
        return !cell.content().isBlank();
    }
}
