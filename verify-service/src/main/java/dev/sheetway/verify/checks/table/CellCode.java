package dev.sheetway.verify.checks.table;

import dev.sheetway.workspace.CellContent;

/**
 * A cell as entered in 8 bytes: 3 bits of kind, 60 bits that tell contents apart (a formula's as in {@link
 * FormulaShape}). A table of 100,000 rows and 66 columns takes 53 MB so.
 */
final class CellCode {
    static final long BLANK = 0;

    private static final int BITS = 60;
    private static final long CONTENT = (1L << BITS) - 1;
    private static final long LINES = (1L << 30) - 1;
    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int BOOL = 3;
    private static final int FORMULA = 4;
    private static final int FORMULA_ERROR = 5;
    private static final int FORMULA_REF = 6;
    private static final int ERROR = 7;

    private CellCode() {}

    static long of(CellContent content, int row, ColumnTokens columns, String tab) {
        return switch (content) {
            case CellContent.Blank b -> BLANK;
            case CellContent.Text t -> code(TEXT, Mix.text(0, t.value()));
            case CellContent.Number n -> code(NUMBER, Mix.of(1, Double.doubleToLongBits(n.value() + 0.0)));
            case CellContent.Bool b -> code(BOOL, b.value() ? 1 : 2);
            case CellContent.Formula f -> code(formulaKind(f), FormulaShape.of(f.text(), row, columns, tab));
            case CellContent.ErrorValue e -> code(ERROR, Mix.text(2, e.type()));
        };
    }

    private static int formulaKind(CellContent.Formula formula) {
        if (formula.error().isEmpty()) {
            return FORMULA;
        }
        return formula.error().equals("REF") ? FORMULA_REF : FORMULA_ERROR;
    }

    private static long code(int kind, long content) {
        return (long) kind << BITS | (content & CONTENT);
    }

    private static int kind(long code) {
        return (int) (code >>> BITS);
    }

    static boolean isFormula(long code) {
        int kind = kind(code);
        return kind >= FORMULA && kind <= FORMULA_REF;
    }

    /** 0: no error, 1: some error, 2: a broken reference, the error that structural changes cause. */
    static int severity(long code) {
        return switch (kind(code)) {
            case FORMULA_ERROR, ERROR -> 1;
            case FORMULA_REF -> 2;
            default -> 0;
        };
    }

    /** The same but for rows that a formula refers to and for what it evaluates to. */
    static long loose(long code) {
        return isFormula(code) ? code(FORMULA, code & ~LINES & CONTENT) : code;
    }

    /** The same as entered; whether a formula evaluates to an error does not count. */
    static long entered(long code) {
        return isFormula(code) ? code(FORMULA, code) : code;
    }
}
