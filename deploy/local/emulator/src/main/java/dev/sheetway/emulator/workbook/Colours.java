package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.jspecify.annotations.Nullable;

/** Maps colours: {@code #AARRGGBB} of a file to the {@code Color} of Sheets, whose zero components are left out. */
final class Colours {
    private static final String[] CHANNELS = {"red", "green", "blue"};

    private Colours() {}

    /** Sets both the old and the new spelling of a colour, as Google answers; nothing when the colour is automatic. */
    static void put(ObjectNode target, String key, @Nullable XSSFColor colour) {
        byte[] rgb = colour == null || colour.isAuto() ? null : rgb(colour);
        if (rgb != null) {
            put(target, key, rgb);
        }
    }

    static void put(ObjectNode target, String key, byte[] rgb) {
        target.set(key, node(rgb));
        target.set(key + "Style", Json.of("rgbColor", node(rgb)));
    }

    private static byte @Nullable [] rgb(XSSFColor colour) {
        byte[] tinted = colour.getRGBWithTint();
        return tinted != null ? tinted : colour.getRGB();
    }

    private static ObjectNode node(byte[] rgb) {
        ObjectNode node = Json.object();
        for (int i = 0; i < CHANNELS.length; i++) {
            int channel = rgb[i] & 0xff;
            if (channel > 0) {
                node.set(CHANNELS[i], Json.number(Double.parseDouble(Float.toString(channel / 255f))));
            }
        }
        return node;
    }

    /** The colour at {@code key} of a format, or null when it names none or a theme colour. */
    static @Nullable XSSFColor of(JsonNode format, String key) {
        JsonNode rgb = format.path(key + "Style").path("rgbColor");
        JsonNode colour = rgb.isObject() ? rgb : format.path(key);
        if (!colour.isObject()) {
            return null;
        }
        byte[] bytes = new byte[CHANNELS.length];
        for (int i = 0; i < CHANNELS.length; i++) {
            bytes[i] = (byte) Math.round(colour.path(CHANNELS[i]).asDouble() * 255);
        }
        return new XSSFColor(bytes, null);
    }
}
