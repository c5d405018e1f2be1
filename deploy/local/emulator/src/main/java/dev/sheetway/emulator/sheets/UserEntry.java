package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.Cell;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.grid.SpreadsheetModel;
import dev.sheetway.emulator.grid.Styles;
import java.time.LocalDate;

/** Enters text into a cell as if somebody had typed it [REC for the forms in {@link EnteredText}]. */
public record UserEntry(SpreadsheetModel model, Styles styles, LocalDate today) {

    public Cell enter(Cell cell, String text) {
        ObjectNode format = styles.style(cell.format());
        if (format.path("numberFormat").path("type").asText().equals("TEXT")) {
            return cell.withLiteral(text.isEmpty() ? null : new CellValue.Text(text));
        }
        EnteredText entered = EnteredText.of(text, model.locale(), today);
        if (entered.formula() != null) {
            return cell.withFormula(new CellPatch(model, styles).canonical(entered.formula()));
        }
        Cell changed = cell.withLiteral(entered.value());
        if (entered.numberFormat() == null || format.has("numberFormat")) {
            return changed;
        }
        ObjectNode dated = format.deepCopy();
        dated.set("numberFormat", entered.numberFormat());
        return changed.withFormat(styles.idOf(dated));
    }
}
