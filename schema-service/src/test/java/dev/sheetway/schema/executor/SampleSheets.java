package dev.sheetway.schema.executor;

import java.util.List;

/** Sheets that the tests start from. */
final class SampleSheets {
    static final List<String> HEADERS = List.of("id", "NV", "TAG_SPOOL", "Ubicación", "Precio Total");
    /** 0-based rows that have a key: 1, 2, 4, 5; row 3 has other content, rows 6 to 9 are spare grid. */
    static final int REAL_ROWS = 4;

    private SampleSheets() {}

    /** Ten rows, seven columns of which five have a header. */
    static MemorySheet small() {
        MemorySheet sheet = new MemorySheet("sheet-1");
        MemoryTab table = new MemoryTab(77, "Operaciones", 10, 7, false);
        sheet.tabs.add(table);
        for (int column = 0; column < HEADERS.size(); column++) {
            table.set(0, column, HEADERS.get(column));
        }
        for (int row : List.of(1, 2, 4, 5)) {
            table.set(row, 2, "MK-" + row);
        }
        table.set(3, 3, "Taller");
        MemoryTab audit = new MemoryTab(88, "Metadata", 5, 10, false);
        sheet.tabs.add(audit);
        audit.set(0, 0, "id");
        audit.set(1, 9, "{}");
        return sheet;
    }
}
