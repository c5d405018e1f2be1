package dev.sheetway.emulator.sequences;

import static dev.sheetway.emulator.sequences.Refused.unless;

/** Steps that change sheets. */
final class SheetPlan {

    private SheetPlan() {}

    static Planned of(Step step, ReferenceWorkbook workbook, ReferenceSheet sheet) {
        return switch (step.action()) {
            case DUPLICATE_SHEET -> duplicate(step, workbook, sheet);
            case DELETE_SHEET -> delete(step);
            case MOVE_SHEET -> move(step, workbook, sheet);
            case RENAME_SHEET -> rename(step, sheet);
            default -> add(step, workbook);
        };
    }

    private static void place(ReferenceWorkbook workbook, ReferenceSheet added, int index) {
        unless(workbook.byId(added.id) == null, "id taken");
        unless(workbook.byTitle(added.title) == null, "title taken");
        unless(index <= workbook.sheets.size(), "no such place");
        workbook.sheets.add(index, added);
    }

    private static Planned add(Step step, ReferenceWorkbook workbook) {
        int id = step.b() % 6;
        int index = step.c() % (workbook.sheets.size() + 2);
        int rows = 1 + step.c() % 6;
        String json = "\"properties\":{\"sheetId\":" + id + ",\"title\":\"" + step.title() + "\",\"index\":" + index
                + ",\"gridProperties\":{\"rowCount\":" + rows + ",\"columnCount\":3}}";
        return Planned.inBatch(
                "addSheet", json, changed -> place(changed, ReferenceSheet.ofSize(id, step.title(), rows, 3), index));
    }

    private static Planned duplicate(Step step, ReferenceWorkbook workbook, ReferenceSheet sheet) {
        int id = step.b() % 6;
        int index = step.c() % (workbook.sheets.size() + 1);
        String json = "\"sourceSheetId\":" + sheet.id + ",\"newSheetId\":" + id + ",\"newSheetName\":\"" + step.title()
                + "\",\"insertSheetIndex\":" + index;
        return Planned.inBatch(
                "duplicateSheet",
                json,
                changed -> place(changed, changed.byId(sheet.id).duplicate(id, step.title()), index));
    }

    private static Planned delete(Step step) {
        int id = step.b() % 6;
        return Planned.inBatch("deleteSheet", "\"sheetId\":" + id, workbook -> {
            unless(workbook.byId(id) != null, "no such sheet");
            unless(workbook.sheets.size() > 1, "the last one");
            workbook.deleteSheet(workbook.byId(id));
        });
    }

    /** The index counts before the move. */
    private static Planned move(Step step, ReferenceWorkbook workbook, ReferenceSheet sheet) {
        int index = step.a() % (workbook.sheets.size() + 2);
        String json = "\"properties\":{\"sheetId\":" + sheet.id + ",\"index\":" + index + "},\"fields\":\"index\"";
        return Planned.inBatch("updateSheetProperties", json, changed -> {
            unless(index <= changed.sheets.size(), "no such place");
            ReferenceSheet moved = changed.byId(sheet.id);
            int before = changed.sheets.indexOf(moved);
            changed.sheets.set(before, null);
            changed.sheets.add(index, moved);
            changed.sheets.remove(null);
        });
    }

    private static Planned rename(Step step, ReferenceSheet sheet) {
        String json =
                "\"properties\":{\"sheetId\":" + sheet.id + ",\"title\":\"" + step.title() + "\"},\"fields\":\"title\"";
        return Planned.inBatch("updateSheetProperties", json, workbook -> {
            ReferenceSheet other = workbook.byTitle(step.title());
            unless(other == null || other.id == sheet.id, "title taken");
            workbook.byId(sheet.id).title = step.title();
        });
    }
}
