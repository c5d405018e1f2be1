package dev.sheetway.emulator.sequences;

import static dev.sheetway.emulator.sequences.Refused.unless;

/** Steps that change cells. */
final class CellPlan {

    private CellPlan() {}

    static Planned of(Step step, ReferenceWorkbook workbook, ReferenceSheet sheet) {
        return switch (step.action()) {
            case WRITE_FORMULA -> formula(step, workbook, sheet);
            case CLEAR_CELLS -> clear(step, sheet);
            case APPEND_CELLS -> append(step, sheet);
            case UPDATE_VALUES -> update(step, sheet);
            case CLEAR_VALUES -> clearValues(step, sheet);
            default -> text(step, sheet);
        };
    }

    private static int row(Step step, ReferenceSheet sheet) {
        return step.a() % (sheet.rows.size() + 1);
    }

    private static int column(Step step, ReferenceSheet sheet) {
        return step.b() % (sheet.columns.size() + 1);
    }

    private static void write(ReferenceSheet sheet, int row, int column, Content content) {
        unless(row < sheet.rows.size() && column < sheet.columns.size(), "outside the grid");
        sheet.put(row, column, content);
    }

    private static String cellAt(ReferenceSheet sheet, int row, int column, String value) {
        return "\"start\":{\"sheetId\":" + sheet.id + ",\"rowIndex\":" + row + ",\"columnIndex\":" + column
                + "},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":" + value + "}]}]";
    }

    private static Planned text(Step step, ReferenceSheet sheet) {
        int row = row(step, sheet);
        int column = column(step, sheet);
        String text = "t" + step.c();
        return Planned.inBatch(
                "updateCells",
                cellAt(sheet, row, column, "{\"stringValue\":\"" + text + "\"}"),
                workbook -> write(workbook.byId(sheet.id), row, column, new Content.Text(text)));
    }

    /** A formula that points to a cell of any sheet, by title and A1. */
    private static Planned formula(Step step, ReferenceWorkbook workbook, ReferenceSheet sheet) {
        int row = row(step, sheet);
        int column = column(step, sheet);
        ReferenceSheet other = workbook.sheets.get(step.c() % workbook.sheets.size());
        int toRow = step.c() % other.rows.size();
        int toColumn = step.c() / 7 % other.columns.size();
        String formula = "=" + other.title + "!" + Step.letters(toColumn) + (toRow + 1);
        Content pointer = new Content.Pointer(other.self, other.rows.get(toRow), other.columns.get(toColumn));
        return Planned.inBatch(
                "updateCells",
                cellAt(sheet, row, column, "{\"formulaValue\":\"" + formula + "\"}"),
                changed -> write(changed.byId(sheet.id), row, column, pointer));
    }

    /** An updateCells with a range and no rows clears the range; what sticks out of the grid is cut off. */
    private static Planned clear(Step step, ReferenceSheet sheet) {
        int row = step.a() % sheet.rows.size();
        int column = step.b() % sheet.columns.size();
        int size = 1 + step.c() % 3;
        String json = "\"range\":{\"sheetId\":" + sheet.id + ",\"startRowIndex\":" + row + ",\"endRowIndex\":"
                + (row + size) + ",\"startColumnIndex\":" + column + ",\"endColumnIndex\":" + (column + size)
                + "},\"fields\":\"userEnteredValue\"";
        return Planned.inBatch("updateCells", json, workbook -> {
            ReferenceSheet changed = workbook.byId(sheet.id);
            for (int r = row; r < Math.min(row + size, changed.rows.size()); r++) {
                for (int c = column; c < Math.min(column + size, changed.columns.size()); c++) {
                    changed.put(r, c, null);
                }
            }
        });
    }

    private static Planned append(Step step, ReferenceSheet sheet) {
        String text = "a" + step.c();
        String json = "\"sheetId\":" + sheet.id
                + ",\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\""
                + text + "\"}}]}]";
        return Planned.inBatch("appendCells", json, workbook -> {
            ReferenceSheet changed = workbook.byId(sheet.id);
            int row = changed.lastUsedRow() + 1;
            if (row == changed.rows.size()) {
                changed.rows.addAll(ReferenceSheet.fresh(1));
            }
            changed.put(row, 0, new Content.Text(text));
        });
    }

    private static String a1(ReferenceSheet sheet, int row, int column) {
        return sheet.title + "!" + Step.letters(column) + (row + 1);
    }

    /** Two rows by two columns of values, written as they are; a null leaves a cell alone. */
    private static Planned update(Step step, ReferenceSheet sheet) {
        int row = row(step, sheet);
        int column = column(step, sheet);
        String json = "{\"values\":[[\"u" + step.c() + "\",null],[\"\",\"v" + step.c() + "\"]]}";
        return new Planned("PUT", "/values/" + a1(sheet, row, column) + "?valueInputOption=RAW", json, workbook -> {
            ReferenceSheet changed = workbook.byId(sheet.id);
            write(changed, row, column, new Content.Text("u" + step.c()));
            write(changed, row + 1, column, null);
            write(changed, row + 1, column + 1, new Content.Text("v" + step.c()));
        });
    }

    private static Planned clearValues(Step step, ReferenceSheet sheet) {
        int row = row(step, sheet);
        int column = column(step, sheet);
        return new Planned(
                "POST",
                "/values/" + a1(sheet, row, column) + ":clear",
                "{}",
                workbook -> write(workbook.byId(sheet.id), row, column, null));
    }
}
