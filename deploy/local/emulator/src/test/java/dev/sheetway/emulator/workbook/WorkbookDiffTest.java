package dev.sheetway.emulator.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookDiffTest {
    @Test
    void findsNothingBetweenAFileAndItself() throws IOException {
        assertThat(after(workbook -> {}).none()).isTrue();
    }

    @Test
    void tellsEveryKindOfCellDifference() throws IOException {
        kind(sheet -> sheet.getRow(0).getCell(1).setCellValue(0.3), "B1", CellDifference.Kind.VALUE);
        kind(sheet -> sheet.getRow(0).getCell(2).setCellValue("true"), "C1", CellDifference.Kind.VALUE);
        kind(sheet -> sheet.getRow(0).removeCell(sheet.getRow(0).getCell(8)), "I1", CellDifference.Kind.VALUE);
        kind(sheet -> sheet.getRow(0).getCell(4).setCellValue(7.0), "E1", CellDifference.Kind.CACHED_RESULT);
        kind(
                sheet -> sheet.getRow(1)
                        .getCell(0)
                        .setCellStyle(sheet.getRow(1).getCell(7).getCellStyle()),
                "A2",
                CellDifference.Kind.NUMBER_FORMAT);
        kind(
                sheet -> sheet.getCellComments().values().iterator().next().setString(new XSSFRichTextString("otra")),
                "M10",
                CellDifference.Kind.NOTE);
    }

    @Test
    void tellsAFormulaThatBecameItsResult() throws IOException {
        // When
        WorkbookDifferences differences = after(workbook -> {
            var cell = workbook.getSheetAt(0).getRow(0).getCell(4);
            cell.removeFormula();
            cell.setCellValue(0.6);
        });
        // Then
        assertThat(differences.cells())
                .containsExactly(new CellDifference("Todo & más", 0, 4, CellDifference.Kind.FORMULA, "B1*2", ""));
    }

    @Test
    void tellsValidationThatIsGone() throws IOException {
        // When
        WorkbookDifferences differences = after(workbook ->
                workbook.getSheetAt(0).getCTWorksheet().getDataValidations().removeDataValidation(0));
        // Then
        assertThat(differences.cells()).hasSize(8);
        assertThat(differences.summary()).containsExactly("Todo & más!A: 8 differences {VALIDATION=8}, first at A3");
    }

    @Test
    void tellsEveryStructureDifference() throws IOException {
        structure(workbook -> workbook.getSheetAt(0).createFreezePane(0, 1), "frozen panes");
        structure(workbook -> workbook.setSheetHidden(1, false), "hidden tab");
        structure(workbook -> workbook.getSheetAt(0).setColumnHidden(2, true), "hidden columns");
        structure(workbook -> workbook.getSheetAt(0).getRow(8).setZeroHeight(true), "hidden rows");
        structure(workbook -> workbook.getSheetAt(0).addMergedRegion(CellRangeAddress.valueOf("C5:D5")), "merges");
        structure(workbook -> workbook.createSheet("neu"), "tabs");
        structure(workbook -> workbook.removeName(workbook.getName("Bloque")), "named range Bloque");
    }

    /** What one program wrote twice is compared to the last border. */
    @Test
    void tellsEveryDifferenceOfAppearance() throws IOException {
        look(sheet -> font(sheet, font -> font.setBold(true)), "A1");
        look(sheet -> font(sheet, font -> font.setStrikeout(true)), "A1");
        look(sheet -> font(sheet, font -> font.setFontHeightInPoints((short) 20)), "A1");
        look(sheet -> style(sheet, style -> style.setBorderLeft(BorderStyle.DASHED)), "A1");
        look(sheet -> style(sheet, style -> style.setAlignment(HorizontalAlignment.RIGHT)), "A1");
        look(sheet -> style(sheet, style -> style.setWrapText(true)), "A1");
        look(
                sheet -> style(sheet, style -> {
                    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                    style.setFillForegroundColor(IndexedColors.LIGHT_BLUE.getIndex());
                }),
                "A1");
        look(sheet -> sheet.getRow(0).getCell(10).setCellValue("plain red plain"), "K1");
    }

    @Test
    void tellsEveryDifferenceOfTheTabsAppearance() throws IOException {
        tab(sheet -> sheet.setColumnWidth(1, 41 * 256), "width of column B");
        tab(sheet -> sheet.getRow(8).setHeightInPoints(46), "row heights");
        tab(sheet -> sheet.setDisplayGridlines(true), "appearance");
        tab(sheet -> sheet.setTabColor(new XSSFColor(new byte[] {0, 0, 1}, null)), "appearance");
        tab(sheet -> sheet.setAutoFilter(CellRangeAddress.valueOf("A1:C5")), "appearance");
        tab(
                sheet -> sheet.getSheetConditionalFormatting()
                        .addConditionalFormatting(
                                new CellRangeAddress[] {CellRangeAddress.valueOf("A1:A9")},
                                sheet.getSheetConditionalFormatting().createConditionalFormattingRule("A1>0")),
                "conditional formats");
        tab(XSSFSheet::enableLocking, "protected");
    }

    @Test
    void tellsALinkThatIsGone() throws IOException {
        // When
        WorkbookDifferences differences =
                looked(workbook -> workbook.getSheetAt(0).getRow(10).getCell(0).removeHyperlink());
        // Then
        assertThat(differences.cells())
                .extracting(CellDifference::reference, CellDifference::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("A11", CellDifference.Kind.LINK));
    }

    @Test
    void appearanceIsComparedOnlyWhenAsked() throws IOException {
        assertThat(after(workbook -> workbook.getSheetAt(0).setColumnWidth(1, 41 * 256))
                        .none())
                .isTrue();
        assertThat(looked(workbook -> {}).summary()).isEmpty();
    }

    @Test
    void newColumnsInTheMiddleMoveTheRestAndItsFormulas() throws IOException {
        // Given
        byte[] before = Workbooks.build(workbook -> table(workbook, 0));
        byte[] moved = Workbooks.build(workbook -> table(workbook, 2));
        byte[] wrong = Workbooks.edit(
                moved,
                workbook -> workbook.getSheet("Otra").getRow(0).getCell(0).setCellFormula("SUM(Datos!B1:B9)"));
        NewColumns added = NewColumns.parse("Datos!B:C");
        // Then
        assertThat(WorkbookDiff.compare(before, moved).none()).isFalse();
        assertThat(WorkbookDiff.compare(before, moved, added).summary()).isEmpty();
        assertThat(WorkbookDiff.compare(before, wrong, added).cells())
                .extracting(CellDifference::kind, CellDifference::left)
                .contains(org.assertj.core.groups.Tuple.tuple(CellDifference.Kind.FORMULA, "SUM(Datos!D1:D9)"));
    }

    @Test
    void exitCodesAreForScripts(@TempDir Path folder) throws IOException {
        // Given
        Path left = Files.write(folder.resolve("l.xlsx"), Workbooks.everything());
        Path right = Files.write(
                folder.resolve("r.xlsx"), Workbooks.edit(Workbooks.everything(), workbook -> workbook.getSheetAt(0)
                        .getRow(0)
                        .getCell(13, org.apache.poi.ss.usermodel.Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellValue("neu")));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        // Then
        assertThat(WorkbookDiff.run(new String[] {left.toString(), left.toString()}, out, out))
                .isZero();
        assertThat(WorkbookDiff.run(new String[] {left.toString(), right.toString()}, out, out))
                .isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("Todo & más!N: 1 differences {VALUE=1}, first at N1", "1 cell differences")
                .doesNotContain("neu");
        assertThat(WorkbookDiff.run(
                        new String[] {left.toString(), right.toString(), "--new-columns", "Todo & más!N:N"}, out, out))
                .isZero();
        assertThat(WorkbookDiff.run(new String[] {left.toString()}, out, out)).isEqualTo(2);
        assertThat(WorkbookDiff.run(new String[] {left.toString(), folder + "/none"}, out, out))
                .isEqualTo(2);
    }

    private static void table(XSSFWorkbook workbook, int inserted) {
        XSSFSheet sheet = workbook.createSheet("Datos");
        String last = inserted == 0 ? "B" : "D";
        var row = sheet.createRow(0);
        row.createCell(0).setCellValue("k");
        row.createCell(1 + inserted).setCellValue(5);
        row.createCell(2 + inserted).setCellFormula(last + "1*2");
        if (inserted > 0) {
            row.createCell(1).setCellValue("new");
        }
        sheet.setColumnHidden(1 + inserted, true);
        workbook.createSheet("Otra")
                .createRow(0)
                .createCell(0)
                .setCellFormula("SUM(Datos!" + last + "1:" + last + "9)");
        var name = workbook.createName();
        name.setNameName("Todo");
        name.setRefersToFormula("Datos!$A$1:$" + last + "$9");
    }

    private static void kind(Consumer<XSSFSheet> change, String cell, CellDifference.Kind kind) throws IOException {
        WorkbookDifferences differences = after(workbook -> change.accept(workbook.getSheetAt(0)));
        assertThat(differences.structure()).isEmpty();
        assertThat(differences.cells()).singleElement().satisfies(difference -> {
            assertThat(difference.reference()).isEqualTo(cell);
            assertThat(difference.kind()).isEqualTo(kind);
        });
    }

    private static void structure(Consumer<XSSFWorkbook> change, String what) throws IOException {
        assertThat(after(change).structure()).singleElement().satisfies(difference -> assertThat(difference.what())
                .isEqualTo(what));
    }

    private static void font(XSSFSheet sheet, Consumer<XSSFFont> change) {
        XSSFFont font = sheet.getWorkbook().createFont();
        change.accept(font);
        style(sheet, style -> style.setFont(font));
    }

    private static void style(XSSFSheet sheet, Consumer<XSSFCellStyle> change) {
        XSSFCellStyle style = sheet.getWorkbook().createCellStyle();
        change.accept(style);
        sheet.getRow(0).getCell(0).setCellStyle(style);
    }

    private static void look(Consumer<XSSFSheet> change, String cell) throws IOException {
        WorkbookDifferences differences = looked(workbook -> change.accept(workbook.getSheetAt(0)));
        assertThat(differences.structure()).isEmpty();
        assertThat(differences.cells())
                .extracting(CellDifference::reference, CellDifference::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(cell, CellDifference.Kind.APPEARANCE));
    }

    private static void tab(Consumer<XSSFSheet> change, String what) throws IOException {
        WorkbookDifferences differences = looked(workbook -> change.accept(workbook.getSheetAt(0)));
        assertThat(differences.cells()).isEmpty();
        assertThat(differences.structure())
                .extracting(StructureDifference::what)
                .contains(what);
    }

    private static WorkbookDifferences looked(Consumer<XSSFWorkbook> change) throws IOException {
        byte[] original = Workbooks.everything();
        return WorkbookDiff.compare(original, Workbooks.edit(original, change), NewColumns.NONE, Depth.APPEARANCE);
    }

    private static WorkbookDifferences after(Consumer<XSSFWorkbook> change) throws IOException {
        byte[] original = Workbooks.everything();
        return WorkbookDiff.compare(original, Workbooks.edit(original, change));
    }
}
