package dev.sheetway.emulator.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.poi.common.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ConditionalFormatting;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** How cells, columns, rows and tabs look, as POI says it, as texts that can be compared. */
final class Appearance {
    private Appearance() {}

    /** Font, fill, borders, alignment and the parts of a text with a font of their own; empty: nothing set. */
    static String of(@Nullable XSSFCell cell) {
        if (cell == null) {
            return "";
        }
        XSSFCellStyle style = cell.getCellStyle();
        String text = font(style.getFont()) + fill(style) + borders(style) + " align " + style.getAlignment() + " "
                + style.getVerticalAlignment() + " wrap " + style.getWrapText() + " turned " + style.getRotation()
                + runs(cell);
        return text.equals(plain(cell)) ? "" : text;
    }

    /** A cell without any style equals a missing one. */
    private static String plain(XSSFCell cell) {
        XSSFCellStyle style = cell.getSheet().getWorkbook().getCellStyleAt(0);
        return font(style.getFont()) + fill(style) + borders(style) + " align " + style.getAlignment() + " "
                + style.getVerticalAlignment() + " wrap " + style.getWrapText() + " turned " + style.getRotation();
    }

    private static String font(@Nullable XSSFFont font) {
        return font == null
                ? "no font"
                : "font " + font.getFontName() + " " + font.getFontHeightInPoints() + " bold " + font.getBold()
                        + " italic " + font.getItalic() + " underline " + font.getUnderline() + " struck "
                        + font.getStrikeout() + " " + colour(font.getXSSFColor());
    }

    private static String fill(XSSFCellStyle style) {
        return " fill " + style.getFillPattern() + " " + colour(style.getFillForegroundXSSFColor());
    }

    private static String borders(XSSFCellStyle style) {
        return " borders " + style.getBorderTop() + colour(style.getTopBorderXSSFColor()) + style.getBorderRight()
                + colour(style.getRightBorderXSSFColor()) + style.getBorderBottom()
                + colour(style.getBottomBorderXSSFColor()) + style.getBorderLeft()
                + colour(style.getLeftBorderXSSFColor());
    }

    private static String colour(@Nullable XSSFColor colour) {
        return colour == null
                ? "-"
                : Objects.requireNonNullElse(
                        colour.getARGBHex(), "theme " + colour.getTheme() + " " + colour.getTint());
    }

    private static String runs(XSSFCell cell) {
        if (cell.getCellType() != CellType.STRING) {
            return "";
        }
        XSSFRichTextString text = cell.getRichStringCellValue();
        StringBuilder runs = new StringBuilder();
        for (int i = 0; i < text.numFormattingRuns(); i++) {
            runs.append(" part at ").append(text.getIndexOfFormattingRun(i)).append(' ');
            runs.append(font(text.getFontOfFormattingRun(i)));
        }
        return runs.toString();
    }

    /** Where a cell's link leads; empty: none. */
    static String link(@Nullable XSSFCell cell) {
        Hyperlink link = cell == null ? null : cell.getHyperlink();
        return link == null ? "" : Objects.requireNonNullElse(link.getAddress(), "");
    }

    /** Grid lines, colour of the tab, filter. */
    static String tab(XSSFSheet sheet) {
        String filter = sheet.getCTWorksheet().isSetAutoFilter()
                ? sheet.getCTWorksheet().getAutoFilter().getRef()
                : "none";
        return "grid lines " + sheet.isDisplayGridlines() + ", colour " + colour(sheet.getTabColor()) + ", filter "
                + filter;
    }

    static String heights(XSSFSheet sheet, int rows) {
        List<String> heights = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            XSSFRow row = sheet.getRow(r);
            if (row != null && row.getCTRow().getCustomHeight()) {
                heights.add((r + 1) + ": " + row.getHeight());
            }
        }
        return heights.toString();
    }

    /** Ranges with the formulas of their rules, in the order in which they apply. */
    static String conditionalFormats(XSSFSheet sheet) {
        List<String> formats = new ArrayList<>();
        var all = sheet.getSheetConditionalFormatting();
        for (int i = 0; i < all.getNumConditionalFormattings(); i++) {
            ConditionalFormatting format = all.getConditionalFormattingAt(i);
            StringBuilder text = new StringBuilder();
            for (CellRangeAddress range : format.getFormattingRanges()) {
                text.append(range.formatAsString()).append(' ');
            }
            for (int r = 0; r < format.getNumberOfRules(); r++) {
                ConditionalFormattingRule rule = format.getRule(r);
                text.append(rule.getConditionType())
                        .append(' ')
                        .append(rule.getFormula1())
                        .append(' ');
                text.append(rule.getFormula2()).append(' ');
            }
            formats.add(text.toString());
        }
        return formats.toString();
    }
}
