package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code SpreadsheetProperties} of an imported file: Google's defaults, with the font that the file starts from. */
final class SpreadsheetDefaults {
    private SpreadsheetDefaults() {}

    static ObjectNode properties(String title, CellFormats formats) {
        return properties(title, formats.defaultTextFormat());
    }

    static ObjectNode properties(String title) {
        ObjectNode text = Json.object();
        Colours.put(text, "foregroundColor", new byte[3]);
        text.put("fontFamily", "Arial").put("fontSize", 10).put("bold", false).put("italic", false);
        return properties(title, text.put("strikethrough", false).put("underline", false));
    }

    private static ObjectNode properties(String title, ObjectNode textFormat) {
        ObjectNode properties = Json.of("title", title)
                .put("locale", "en_US")
                .put("autoRecalc", "ON_CHANGE")
                .put("timeZone", "Etc/GMT");
        ObjectNode format = properties.putObject("defaultFormat");
        byte white = (byte) 0xff;
        Colours.put(format, "backgroundColor", new byte[] {white, white, white});
        format.putObject("padding")
                .put("top", 2)
                .put("right", 3)
                .put("bottom", 2)
                .put("left", 3);
        format.put("verticalAlignment", "BOTTOM").put("wrapStrategy", "OVERFLOW_CELL");
        format.set("textFormat", textFormat);
        return properties;
    }
}
