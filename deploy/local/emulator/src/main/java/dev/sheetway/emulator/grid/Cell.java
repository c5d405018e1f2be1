package dev.sheetway.emulator.grid;

import dev.sheetway.emulator.formula.FormulaText;
import org.jspecify.annotations.Nullable;

/**
 * One cell.
 *
 * @param formula the formula as entered, with its {@code =}, or null
 * @param value the literal as entered; for a formula its result when that is known, from an import or because it is a broken
 *     reference; null when empty or not known
 * @param shown the formatted text when it came with an import, else null
 * @param format id of the format as entered, 0 for none
 * @param validation id of the data validation rule, 0 for none
 * @param extra id of the rest of the cell (text runs, link), 0 for none
 */
public record Cell(
        @Nullable String formula,
        @Nullable CellValue value,
        @Nullable String shown,
        int format,
        int validation,
        int extra,
        @Nullable String note) {

    /** Nothing at all. */
    public static final Cell EMPTY = new Cell(null, null, null, 0, 0, 0, null);

    public boolean isEmpty() {
        return formula == null && value == null && format == 0 && validation == 0 && extra == 0 && note == null;
    }

    /** Whether something was entered. */
    public boolean hasContent() {
        return formula != null || value != null;
    }

    /** Whether the result of the formula is not known, so that only its text can be answered. */
    public boolean isUnknown() {
        return formula != null && value == null;
    }

    public Cell withLiteral(@Nullable CellValue literal) {
        return new Cell(null, literal, null, format, validation, extra, note);
    }

    /** Enters a formula; its result is known only when it is plainly a broken reference. */
    public Cell withFormula(String text) {
        CellValue result = FormulaText.isPlainlyBroken(text) ? CellValue.Failure.REF : null;
        return new Cell(text, result, null, format, validation, extra, note);
    }

    /** The same formula after its references moved: the result stays known unless a reference broke. */
    public Cell withShiftedFormula(String text) {
        if (text.equals(formula)) {
            return this;
        }
        boolean broke = text.contains(FormulaText.BROKEN) && (formula == null || !formula.contains(FormulaText.BROKEN));
        return broke ? withFormula(text) : new Cell(text, value, shown, format, validation, extra, note);
    }

    public Cell withContentOf(Cell other) {
        return new Cell(other.formula, other.value, other.shown, format, validation, extra, note);
    }

    public Cell withFormat(int id) {
        return new Cell(formula, value, id == format ? shown : null, id, validation, extra, note);
    }

    public Cell withValidation(int id) {
        return new Cell(formula, value, shown, format, id, extra, note);
    }

    public Cell withExtra(int id) {
        return new Cell(formula, value, shown, format, validation, id, note);
    }

    public Cell withNote(@Nullable String text) {
        return new Cell(formula, value, shown, format, validation, extra, text);
    }
}
