package dev.sheetway.emulator.sequences;

import static dev.sheetway.emulator.sequences.Refused.unless;

import java.util.List;

/** Turns a step into a request and into its effect on the reference model, refusals included. */
final class Plan {

    private Plan() {}

    static Planned of(Step step, ReferenceWorkbook workbook) {
        ReferenceSheet sheet = step.sheet(workbook);
        return switch (step.action()) {
            case INSERT_ROWS -> insert(step, sheet, true);
            case INSERT_COLUMNS -> insert(step, sheet, false);
            case DELETE_ROWS -> delete(step, sheet, true);
            case DELETE_COLUMNS -> delete(step, sheet, false);
            case MOVE_ROWS -> move(step, sheet, true);
            case MOVE_COLUMNS -> move(step, sheet, false);
            case APPEND_ROWS -> append(step, sheet, true);
            case APPEND_COLUMNS -> append(step, sheet, false);
            case RESIZE -> resize(step, sheet);
            case WRITE_TEXT, WRITE_FORMULA, CLEAR_CELLS, APPEND_CELLS, UPDATE_VALUES, CLEAR_VALUES ->
                CellPlan.of(step, workbook, sheet);
            case ADD_SHEET, DUPLICATE_SHEET, DELETE_SHEET, MOVE_SHEET, RENAME_SHEET ->
                SheetPlan.of(step, workbook, sheet);
            case ADD_METADATA, DELETE_METADATA, ADD_RANGE, DELETE_RANGE -> MarkPlan.of(step, sheet);
        };
    }

    static String range(ReferenceSheet sheet, boolean rows, int start, int end) {
        return "{\"sheetId\":" + sheet.id + ",\"dimension\":\"" + (rows ? "ROWS" : "COLUMNS") + "\",\"startIndex\":"
                + start + ",\"endIndex\":" + end + "}";
    }

    private static Planned insert(Step step, ReferenceSheet sheet, boolean rows) {
        int size = sheet.axis(rows).size();
        int start = step.a() % (size + 2);
        int count = step.b() % 4;
        boolean inherit = step.c() % 2 == 0;
        String json = "\"range\":" + range(sheet, rows, start, start + count) + ",\"inheritFromBefore\":" + inherit;
        return Planned.inBatch("insertDimension", json, workbook -> {
            unless(count > 0, "nothing to insert");
            unless(start < size || (start == size && inherit), "past the end");
            unless(start > 0 || !inherit, "nothing to inherit from");
            workbook.insert(workbook.byId(sheet.id), rows, start, ReferenceSheet.fresh(count));
        });
    }

    private static Planned delete(Step step, ReferenceSheet sheet, boolean rows) {
        int size = sheet.axis(rows).size();
        int start = step.a() % (size + 1);
        int end = start + step.b() % 4;
        return Planned.inBatch("deleteDimension", "\"range\":" + range(sheet, rows, start, end), workbook -> {
            unless(end > start && end <= size, "no such lines");
            unless(end - start < size, "all lines");
            workbook.delete(workbook.byId(sheet.id), rows, start, end);
        });
    }

    private static Planned move(Step step, ReferenceSheet sheet, boolean rows) {
        int size = sheet.axis(rows).size();
        int start = step.a() % size;
        int end = start + 1 + step.b() % 3;
        int destination = step.c() % (size + 2);
        String json = "\"source\":" + range(sheet, rows, start, end) + ",\"destinationIndex\":" + destination;
        return Planned.inBatch("moveDimension", json, workbook -> {
            unless(end <= size && destination <= size, "outside");
            unless(destination <= start || destination >= end, "into itself");
            workbook.move(workbook.byId(sheet.id), rows, start, end, destination);
        });
    }

    private static Planned append(Step step, ReferenceSheet sheet, boolean rows) {
        int count = step.a() % 4;
        String json = "\"sheetId\":" + sheet.id + ",\"dimension\":\"" + (rows ? "ROWS" : "COLUMNS") + "\",\"length\":"
                + count;
        return Planned.inBatch("appendDimension", json, workbook -> {
            unless(count > 0, "nothing to append");
            workbook.byId(sheet.id).axis(rows).addAll(ReferenceSheet.fresh(count));
        });
    }

    private static Planned resize(Step step, ReferenceSheet sheet) {
        int rows = step.a() % 12;
        int columns = step.b() % 8;
        String json = "\"properties\":{\"sheetId\":" + sheet.id + ",\"gridProperties\":{\"rowCount\":" + rows
                + ",\"columnCount\":" + columns
                + "}},\"fields\":\"gridProperties.rowCount,gridProperties.columnCount\"";
        return Planned.inBatch("updateSheetProperties", json, workbook -> {
            unless(rows > 0 && columns > 0, "no cells");
            resize(workbook, workbook.byId(sheet.id), true, rows);
            resize(workbook, workbook.byId(sheet.id), false, columns);
        });
    }

    private static void resize(ReferenceWorkbook workbook, ReferenceSheet sheet, boolean rows, int size) {
        List<Line> axis = sheet.axis(rows);
        if (size < axis.size()) {
            workbook.delete(sheet, rows, size, axis.size());
        } else {
            axis.addAll(ReferenceSheet.fresh(size - axis.size()));
        }
    }
}
