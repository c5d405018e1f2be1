package dev.sheetway.emulator.sequences;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that a caller can see, as lines of text by name, so that a difference says where it is. */
record Snapshot(Map<String, String> lines) {

    static Snapshot of(ReferenceWorkbook workbook) {
        Map<String, String> lines = new TreeMap<>();
        for (int i = 0; i < workbook.sheets.size(); i++) {
            ReferenceSheet sheet = workbook.sheets.get(i);
            lines.put(
                    "sheet " + i, sheet.id + " " + sheet.title + " " + sheet.rows.size() + "x" + sheet.columns.size());
            for (int r = 0; r < sheet.rows.size(); r++) {
                for (int c = 0; c < sheet.columns.size(); c++) {
                    Content content = sheet.get(r, c);
                    if (content != null) {
                        lines.put(cell(sheet.id, r, c), print(workbook, content));
                    }
                }
            }
        }
        workbook.metadata.forEach((id, line) -> lines.put("metadata " + id, place(workbook, line)));
        workbook.ranges.forEach((id, range) -> {
            if (!range.rows().isEmpty() && !range.columns().isEmpty()) {
                lines.put("range " + id, print(workbook, range));
            }
        });
        return new Snapshot(lines);
    }

    static String cell(int sheetId, int row, int column) {
        return "cell " + sheetId + " " + row + "," + column;
    }

    private static String print(ReferenceWorkbook workbook, Content content) {
        return switch (content) {
            case Content.Text text -> text.text();
            case Content.Pointer pointer -> {
                for (ReferenceSheet sheet : workbook.sheets) {
                    int row = sheet.rows.indexOf(pointer.row());
                    int column = sheet.columns.indexOf(pointer.column());
                    if (sheet.self == pointer.sheet() && row >= 0 && column >= 0) {
                        yield "=" + sheet.title + "!" + Step.letters(column) + (row + 1);
                    }
                }
                yield "#REF!";
            }
        };
    }

    private static String place(ReferenceWorkbook workbook, Line line) {
        if (line == ReferenceWorkbook.WHOLE) {
            return "SPREADSHEET";
        }
        for (ReferenceSheet sheet : workbook.sheets) {
            if (sheet.self == line) {
                return "SHEET " + sheet.id;
            }
            if (sheet.rows.contains(line)) {
                return "ROW " + sheet.id + " " + sheet.rows.indexOf(line);
            }
            if (sheet.columns.contains(line)) {
                return "COLUMN " + sheet.id + " " + sheet.columns.indexOf(line);
            }
        }
        return "nowhere";
    }

    private static String print(ReferenceWorkbook workbook, ReferenceRange range) {
        for (ReferenceSheet sheet : workbook.sheets) {
            if (sheet.self == range.sheet()) {
                return range.name() + " " + sheet.id + " rows " + span(sheet, true, range.rows()) + " columns "
                        + span(sheet, false, range.columns());
            }
        }
        return "nowhere";
    }

    private static String span(ReferenceSheet sheet, boolean rows, Set<Line> covered) {
        int start = Integer.MAX_VALUE;
        int end = 0;
        for (Line line : covered) {
            int index = sheet.axis(rows).indexOf(line);
            start = Math.min(start, index);
            end = Math.max(end, index + 1);
        }
        return start + ".." + end;
    }
}
