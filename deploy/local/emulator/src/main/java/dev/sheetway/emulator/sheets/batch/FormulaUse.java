package dev.sheetway.emulator.sheets.batch;

import dev.sheetway.emulator.a1.Area;
import dev.sheetway.emulator.formula.FormulaText;
import dev.sheetway.emulator.grid.Row;
import dev.sheetway.emulator.grid.SheetModel;
import dev.sheetway.emulator.sheets.Ranges;

/** Which cells formulas refer to. */
final class FormulaUse {

    private FormulaUse() {}

    /** Whether any formula of the spreadsheet refers into a rectangle. */
    static boolean isReferenced(BatchContext batch, Ranges.Target target) {
        for (SheetModel sheet : batch.model().sheets()) {
            for (int rowId : batch.cells().formulaRows(sheet.uid())) {
                Row row = batch.cells().row(sheet.uid(), rowId);
                for (int c = 0; c < sheet.columns().size(); c++) {
                    String formula = row.cell(sheet.columns().id(c)).formula();
                    if (formula != null && refers(formula, sheet, target)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean refers(String formula, SheetModel home, Ranges.Target target) {
        Area area = target.area();
        return FormulaText.refers(
                formula,
                home.title(),
                target.sheet().title(),
                area.startRow(),
                area.endRow(),
                area.startColumn(),
                area.endColumn());
    }
}
