package dev.sheetway.emulator.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Compares one tab of two files: every cell of the larger used range, then what belongs to the tab. */
final class TabDiff {
    private final String tab;
    private final TabFacts left;
    private final TabFacts right;
    private final NewColumns added;
    private final Depth depth;
    private final List<CellDifference> cells = new ArrayList<>();
    private final List<StructureDifference> structure = new ArrayList<>();
    private long compared;

    TabDiff(XSSFSheet left, XSSFSheet right, NewColumns added, Depth depth) {
        this.tab = left.getSheetName();
        this.left = new TabFacts(left);
        this.right = new TabFacts(right);
        this.added = added;
        this.depth = depth;
    }

    TabDiff run() {
        int rows = Math.max(left.rows(), right.rows());
        int leftWidth = Math.max(left.columns(), right.columns());
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < leftWidth; c++) {
                cell(r, c, added.toRight(tab, c));
            }
        }
        compare("frozen panes", panes(left.sheet()), panes(right.sheet()));
        compare("hidden tab", hidden(left.sheet()), hidden(right.sheet()));
        compare(
                "protected",
                Boolean.toString(left.sheet().getProtect()),
                Boolean.toString(right.sheet().getProtect()));
        compare("hidden rows", hiddenRows(left).toString(), hiddenRows(right).toString());
        compare("hidden columns", hiddenColumns(left, added), hiddenColumns(right, NewColumns.NONE));
        compare("merges", merges(left, added), merges(right, NewColumns.NONE));
        if (depth == Depth.APPEARANCE) {
            appearance(rows, leftWidth);
        }
        return this;
    }

    private void appearance(int rows, int leftWidth) {
        compare("appearance", Appearance.tab(left.sheet()), Appearance.tab(right.sheet()));
        compare("row heights", Appearance.heights(left.sheet(), rows), Appearance.heights(right.sheet(), rows));
        compare(
                "conditional formats",
                Appearance.conditionalFormats(left.sheet()),
                Appearance.conditionalFormats(right.sheet()));
        for (int c = 0; c < leftWidth; c++) {
            compare(
                    "width of column " + CellReference.convertNumToColString(c),
                    Integer.toString(left.sheet().getColumnWidth(c)),
                    Integer.toString(right.sheet().getColumnWidth(added.toRight(tab, c))));
        }
    }

    private void cell(int row, int leftColumn, int rightColumn) {
        compared++;
        var before = left.cell(row, leftColumn);
        var after = right.cell(row, rightColumn);
        if (before != null || after != null) {
            String expected = TabFacts.formula(before);
            if (!expected.isEmpty()) {
                var workbook = left.sheet().getWorkbook();
                expected = added.toRight(workbook, workbook.getSheetIndex(left.sheet()), expected);
            }
            String formula = TabFacts.formula(after);
            compare(row, rightColumn, CellDifference.Kind.FORMULA, expected, formula);
            boolean computed = !expected.isEmpty() && !formula.isEmpty();
            CellDifference.Kind kind = computed ? CellDifference.Kind.CACHED_RESULT : CellDifference.Kind.VALUE;
            compare(row, rightColumn, kind, TabFacts.value(before), TabFacts.value(after));
            compare(
                    row,
                    rightColumn,
                    CellDifference.Kind.NUMBER_FORMAT,
                    TabFacts.numberFormat(before),
                    TabFacts.numberFormat(after));
        }
        if (depth == Depth.APPEARANCE) {
            compare(row, rightColumn, CellDifference.Kind.APPEARANCE, Appearance.of(before), Appearance.of(after));
            compare(row, rightColumn, CellDifference.Kind.LINK, Appearance.link(before), Appearance.link(after));
        }
        compare(row, rightColumn, CellDifference.Kind.NOTE, left.note(row, leftColumn), right.note(row, rightColumn));
        compare(
                row,
                rightColumn,
                CellDifference.Kind.VALIDATION,
                left.validation(row, leftColumn),
                right.validation(row, rightColumn));
    }

    private void compare(int row, int column, CellDifference.Kind kind, String before, String after) {
        if (!before.equals(after)) {
            cells.add(new CellDifference(tab, row, column, kind, before, after));
        }
    }

    private void compare(String what, String before, String after) {
        if (!before.equals(after)) {
            structure.add(new StructureDifference(tab, what, before, after));
        }
    }

    private static String panes(XSSFSheet sheet) {
        PaneInformation pane = sheet.getPaneInformation();
        return pane == null || !pane.isFreezePane()
                ? "none"
                : pane.getHorizontalSplitPosition() + " rows, " + pane.getVerticalSplitPosition() + " columns";
    }

    private static String hidden(XSSFSheet sheet) {
        int index = sheet.getWorkbook().getSheetIndex(sheet);
        return Boolean.toString(
                sheet.getWorkbook().isSheetHidden(index) || sheet.getWorkbook().isSheetVeryHidden(index));
    }

    private static Set<Integer> hiddenRows(TabFacts facts) {
        Set<Integer> hidden = new TreeSet<>();
        for (int r = 0; r < facts.rows(); r++) {
            XSSFRow row = facts.sheet().getRow(r);
            if (row != null && row.getZeroHeight()) {
                hidden.add(r + 1);
            }
        }
        return hidden;
    }

    private String hiddenColumns(TabFacts facts, NewColumns shift) {
        Set<Integer> hidden = new TreeSet<>();
        for (int c = 0; c < facts.columns(); c++) {
            if (facts.sheet().isColumnHidden(c) && !(shift.count() == 0 && added.covers(tab, c))) {
                hidden.add(shift.toRight(tab, c) + 1);
            }
        }
        return hidden.toString();
    }

    private String merges(TabFacts facts, NewColumns shift) {
        Set<String> merges = new TreeSet<>();
        for (CellRangeAddress merge : facts.sheet().getMergedRegions()) {
            merges.add(new CellRangeAddress(
                            merge.getFirstRow(),
                            merge.getLastRow(),
                            shift.toRight(tab, merge.getFirstColumn()),
                            shift.toRight(tab, merge.getLastColumn()))
                    .formatAsString());
        }
        return merges.toString();
    }

    List<CellDifference> cells() {
        return cells;
    }

    List<StructureDifference> structure() {
        return structure;
    }

    long compared() {
        return compared;
    }
}
