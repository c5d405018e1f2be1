package dev.sheetway.emulator.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The columns that the right file is meant to have and the left file has not: they are not compared, and everything
 * to their right is compared with the column that stood there before.
 *
 * @param tab the tab's title, empty for no new columns at all
 * @param first 0-based index in the right file
 * @param count how many
 */
public record NewColumns(String tab, int first, int count) {
    public static final NewColumns NONE = new NewColumns("", 0, 0);
    private static final Pattern RANGE = Pattern.compile("(.+)!([A-Za-z]{1,3}):([A-Za-z]{1,3})");

    /**
     * Reads {@code Operaciones!BL:BN}.
     *
     * @throws IllegalArgumentException when the text is no range of columns
     */
    public static NewColumns parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw new IllegalArgumentException(
                    "new columns \"" + text + "\": expected TAB!FIRST:LAST, as in Operaciones!BL:BN");
        }
        int first = CellReference.convertColStringToIndex(range.group(2));
        int last = CellReference.convertColStringToIndex(range.group(3));
        return new NewColumns(range.group(1), first, last - first + 1);
    }

    /** Where a column of the left file stands in the right file. */
    int toRight(String ofTab, int column) {
        return tab.equals(ofTab) && column >= first ? column + count : column;
    }

    boolean covers(String ofTab, int rightColumn) {
        return tab.equals(ofTab) && rightColumn >= first && rightColumn < first + count;
    }

    /** What a formula of the left file must read in the right file; unchanged when POI can not parse it. */
    String toRight(XSSFWorkbook left, int sheetIndex, String formula) {
        int shiftedSheet = left.getSheetIndex(tab);
        if (count == 0 || shiftedSheet < 0) {
            return formula;
        }
        XSSFEvaluationWorkbook names = XSSFEvaluationWorkbook.create(left);
        try {
            Ptg[] tokens = FormulaParser.parse(formula, names, FormulaType.CELL, sheetIndex);
            int last = SpreadsheetVersion.EXCEL2007.getLastColumnIndex() - count;
            FormulaShifter shifter = FormulaShifter.createForColumnShift(
                    shiftedSheet, tab, first, last, count, SpreadsheetVersion.EXCEL2007);
            return shifter.adjustFormula(tokens, sheetIndex) ? FormulaRenderer.toFormulaString(names, tokens) : formula;
        } catch (FormulaParseException unknown) {
            return formula;
        }
    }
}
