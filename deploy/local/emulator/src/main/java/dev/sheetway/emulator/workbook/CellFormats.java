package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;
import org.jspecify.annotations.Nullable;

/**
 * Maps a file's cell styles to {@code CellFormat}, each style once; cells of one style share the node. Only what
 * differs from the file's default font is said, because that font is the spreadsheet's {@code defaultFormat}.
 */
final class CellFormats {
    private final XSSFFont defaultFont;
    private final Map<Short, Optional<ObjectNode>> byStyle = new HashMap<>();

    CellFormats(XSSFWorkbook workbook) {
        this.defaultFont = workbook.getStylesSource().getFontAt(0);
    }

    /** The {@code userEnteredFormat} of a style, or null when it says nothing. */
    @Nullable
    ObjectNode of(XSSFCellStyle style) {
        return byStyle.computeIfAbsent(style.getIndex(), index -> {
                    ObjectNode format = map(style);
                    return format.isEmpty() ? Optional.empty() : Optional.of(format);
                })
                .orElse(null);
    }

    private ObjectNode map(XSSFCellStyle style) {
        ObjectNode format = Json.object();
        String pattern = style.getDataFormatString();
        if (pattern != null && !pattern.isEmpty() && !pattern.equalsIgnoreCase(Patterns.GENERAL)) {
            format.set("numberFormat", Patterns.numberFormat(style.getDataFormat(), pattern));
        }
        if (style.getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
            Colours.put(format, "backgroundColor", style.getFillForegroundXSSFColor());
        }
        borders(style, format);
        alignment(style, format);
        // A style may leave its font out, and a file that has no base styles makes POI fail on it.
        ObjectNode text = textFormat(style.getCoreXf().isSetFontId() ? style.getFont() : defaultFont);
        if (!text.isEmpty()) {
            format.set("textFormat", text);
        }
        return format;
    }

    private static void borders(XSSFCellStyle style, ObjectNode format) {
        ObjectNode borders = Json.object();
        border(borders, "top", style.getBorderTop(), style.getBorderColor(BorderSide.TOP));
        border(borders, "bottom", style.getBorderBottom(), style.getBorderColor(BorderSide.BOTTOM));
        border(borders, "left", style.getBorderLeft(), style.getBorderColor(BorderSide.LEFT));
        border(borders, "right", style.getBorderRight(), style.getBorderColor(BorderSide.RIGHT));
        if (!borders.isEmpty()) {
            format.set("borders", borders);
        }
    }

    private static void border(ObjectNode borders, String side, BorderStyle style, @Nullable XSSFColor colour) {
        if (style != BorderStyle.NONE) {
            ObjectNode border = borders.putObject(side).put("style", borderStyle(style));
            Colours.put(border, "color", colour);
        }
    }

    private static String borderStyle(BorderStyle style) {
        return switch (style) {
            case MEDIUM -> "SOLID_MEDIUM";
            case THICK -> "SOLID_THICK";
            case DOUBLE -> "DOUBLE";
            case DOTTED, HAIR -> "DOTTED";
            case DASHED,
                    MEDIUM_DASHED,
                    DASH_DOT,
                    MEDIUM_DASH_DOT,
                    DASH_DOT_DOT,
                    MEDIUM_DASH_DOT_DOT,
                    SLANTED_DASH_DOT -> "DASHED";
            case THIN, NONE -> "SOLID";
        };
    }

    private static void alignment(XSSFCellStyle style, ObjectNode format) {
        switch (style.getAlignment()) {
            case LEFT -> format.put("horizontalAlignment", "LEFT");
            case RIGHT -> format.put("horizontalAlignment", "RIGHT");
            case CENTER, CENTER_SELECTION -> format.put("horizontalAlignment", "CENTER");
            case GENERAL, FILL, JUSTIFY, DISTRIBUTED -> {}
        }
        switch (style.getVerticalAlignment()) {
            case TOP -> format.put("verticalAlignment", "TOP");
            case CENTER -> format.put("verticalAlignment", "MIDDLE");
            case BOTTOM, JUSTIFY, DISTRIBUTED -> {}
        }
        if (style.getWrapText()) {
            format.put("wrapStrategy", "WRAP");
        }
    }

    /** What of a font differs from the default font; null is a run without a font of its own. */
    ObjectNode textFormat(@Nullable XSSFFont font) {
        ObjectNode text = Json.object();
        if (font == null) {
            return text;
        }
        Colours.put(text, "foregroundColor", sameColour(font) ? null : font.getXSSFColor());
        if (!Objects.equals(font.getFontName(), defaultFont.getFontName())) {
            text.put("fontFamily", font.getFontName());
        }
        if (font.getFontHeightInPoints() != defaultFont.getFontHeightInPoints()) {
            text.put("fontSize", (int) font.getFontHeightInPoints());
        }
        flag(text, "bold", font.getBold(), defaultFont.getBold());
        flag(text, "italic", font.getItalic(), defaultFont.getItalic());
        flag(text, "strikethrough", font.getStrikeout(), defaultFont.getStrikeout());
        flag(text, "underline", underlined(font), underlined(defaultFont));
        return text;
    }

    ObjectNode defaultTextFormat() {
        ObjectNode text = Json.object();
        Colours.put(text, "foregroundColor", new byte[3]);
        Colours.put(text, "foregroundColor", defaultFont.getXSSFColor());
        return text.put("fontFamily", defaultFont.getFontName())
                .put("fontSize", (int) defaultFont.getFontHeightInPoints())
                .put("bold", defaultFont.getBold())
                .put("italic", defaultFont.getItalic())
                .put("strikethrough", defaultFont.getStrikeout())
                .put("underline", underlined(defaultFont));
    }

    private boolean sameColour(XSSFFont font) {
        ObjectNode mine = Json.object();
        ObjectNode base = Json.object();
        Colours.put(mine, "c", font.getXSSFColor());
        Colours.put(base, "c", defaultFont.getXSSFColor());
        return mine.equals(base);
    }

    private static void flag(ObjectNode text, String key, boolean value, boolean byDefault) {
        if (value != byDefault) {
            text.put(key, value);
        }
    }

    private static boolean underlined(XSSFFont font) {
        return font.getUnderline() != FontUnderline.NONE.getByteValue();
    }
}
