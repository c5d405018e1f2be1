package dev.sheetway.emulator.sheets;

import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.grid.Protection;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.http.ApiException;

/** Refuses edits of protected cells: 400, not 403 [ISS node-google-spreadsheet #20]. The owner and the editors pass. */
public record Protections(String email, boolean owner) {

    private static final String TEXT =
            "You are trying to edit a protected cell or object. Please contact the spreadsheet"
                    + " owner to remove protection if you need to edit.";

    /** Checks an edit of cells. */
    public void check(SheetModel sheet, Area area) {
        if (owner || area.isEmpty()) {
            return;
        }
        for (Protection protection : sheet.protections()) {
            if (!protection.warningOnly() && !protection.names(email) && touches(protection, sheet, area)) {
                throw ApiException.invalid(TEXT);
            }
        }
    }

    /** Checks an edit of the sheet itself. */
    public void check(SheetModel sheet) {
        if (owner) {
            return;
        }
        for (Protection protection : sheet.protections()) {
            boolean whole = protection.box().isWholeSheet();
            if (whole && !protection.warningOnly() && !protection.names(email)) {
                throw ApiException.invalid(TEXT);
            }
        }
    }

    private static boolean touches(Protection protection, SheetModel sheet, Area area) {
        int rows = sheet.rows().size();
        int columns = sheet.columns().size();
        return protection.box().area(rows, columns).intersects(area)
                && protection.open().stream()
                        .noneMatch(box -> box.area(rows, columns).contains(area));
    }
}
