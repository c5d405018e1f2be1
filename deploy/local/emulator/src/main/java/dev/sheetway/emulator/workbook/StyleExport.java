package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.DataFormat;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;
import org.jspecify.annotations.Nullable;

/** Makes the file's cell styles and fonts, one for each distinct format: a file holds at most 64,000 styles. */
final class StyleExport {
    private final XSSFWorkbook workbook;
    private final DataFormat dataFormats;
    private final Map<JsonNode, XSSFCellStyle> styles = new HashMap<>();
    private final Map<JsonNode, XSSFFont> fonts = new HashMap<>();

    StyleExport(XSSFWorkbook workbook, JsonNode defaultFormat) {
        this.workbook = workbook;
        this.dataFormats = workbook.createDataFormat();
        XSSFFont font = workbook.getFontAt(0);
        JsonNode text = defaultFormat.path("textFormat");
        set(font, Json.object().put("fontFamily", "Arial").put("fontSize", 10));
        set(font, text);
    }

    /** The style of a {@code userEnteredFormat}, or null when it says nothing that a file can hold. */
    @Nullable
    XSSFCellStyle of(JsonNode format) {
        if (!format.isObject() || format.isEmpty()) {
            return null;
        }
        XSSFCellStyle known = styles.get(format);
        if (known == null) {
            known = make(format);
            styles.put(format.deepCopy(), known);
        }
        return known;
    }

    private XSSFCellStyle make(JsonNode format) {
        XSSFCellStyle style = workbook.createCellStyle();
        String pattern = Patterns.patternOf(format.path("numberFormat"));
        if (!pattern.equals(Patterns.GENERAL)) {
            style.setDataFormat(dataFormats.getFormat(pattern));
        }
        XSSFColor background = Colours.of(format, "backgroundColor");
        if (background != null) {
            style.setFillForegroundColor(background);
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        align(style, format);
        borders(style, format.path("borders"));
        style.setFont(font(format.path("textFormat")));
        return style;
    }

    private static void align(XSSFCellStyle style, JsonNode format) {
        switch (format.path("horizontalAlignment").asText()) {
            case "LEFT" -> style.setAlignment(HorizontalAlignment.LEFT);
            case "CENTER" -> style.setAlignment(HorizontalAlignment.CENTER);
            case "RIGHT" -> style.setAlignment(HorizontalAlignment.RIGHT);
            default -> {}
        }
        switch (format.path("verticalAlignment").asText()) {
            case "TOP" -> style.setVerticalAlignment(VerticalAlignment.TOP);
            case "MIDDLE" -> style.setVerticalAlignment(VerticalAlignment.CENTER);
            default -> style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        }
        if (format.path("wrapStrategy").asText().equals("WRAP")) {
            style.setWrapText(true);
        }
    }

    private static void borders(XSSFCellStyle style, JsonNode borders) {
        style.setBorderTop(borderStyle(borders.path("top")));
        style.setBorderBottom(borderStyle(borders.path("bottom")));
        style.setBorderLeft(borderStyle(borders.path("left")));
        style.setBorderRight(borderStyle(borders.path("right")));
        for (BorderSide side :
                new BorderSide[] {BorderSide.TOP, BorderSide.BOTTOM, BorderSide.LEFT, BorderSide.RIGHT}) {
            XSSFColor colour = Colours.of(borders.path(side.name().toLowerCase(Locale.ROOT)), "color");
            if (colour != null) {
                style.setBorderColor(side, colour);
            }
        }
    }

    private static BorderStyle borderStyle(JsonNode border) {
        return switch (border.path("style").asText()) {
            case "SOLID" -> BorderStyle.THIN;
            case "SOLID_MEDIUM" -> BorderStyle.MEDIUM;
            case "SOLID_THICK" -> BorderStyle.THICK;
            case "DASHED" -> BorderStyle.DASHED;
            case "DOTTED" -> BorderStyle.DOTTED;
            case "DOUBLE" -> BorderStyle.DOUBLE;
            default -> BorderStyle.NONE;
        };
    }

    /** The font of a {@code TextFormat}: the default font with what the format changes. */
    XSSFFont font(JsonNode textFormat) {
        ObjectNode key = textFormat.isObject() ? textFormat.<ObjectNode>deepCopy() : Json.object();
        key.remove("link");
        return key.isEmpty() ? workbook.getFontAt(0) : fonts.computeIfAbsent(key, this::makeFont);
    }

    private XSSFFont makeFont(JsonNode text) {
        XSSFFont base = workbook.getFontAt(0);
        XSSFFont font = workbook.createFont();
        font.setFontName(base.getFontName());
        font.setFontHeightInPoints(base.getFontHeightInPoints());
        font.setColor(base.getXSSFColor());
        font.setBold(base.getBold());
        font.setItalic(base.getItalic());
        font.setStrikeout(base.getStrikeout());
        font.setUnderline(base.getUnderline());
        set(font, text);
        return font;
    }

    private static void set(XSSFFont font, JsonNode text) {
        if (text.has("fontFamily")) {
            font.setFontName(text.get("fontFamily").asText());
        }
        if (text.has("fontSize")) {
            font.setFontHeight(text.get("fontSize").asDouble());
        }
        XSSFColor colour = Colours.of(text, "foregroundColor");
        if (colour != null) {
            font.setColor(colour);
        }
        font.setBold(text.path("bold").asBoolean(font.getBold()));
        font.setItalic(text.path("italic").asBoolean(font.getItalic()));
        font.setStrikeout(text.path("strikethrough").asBoolean(font.getStrikeout()));
        if (text.has("underline")) {
            font.setUnderline((byte) (text.get("underline").asBoolean() ? 1 : 0));
        }
    }
}
