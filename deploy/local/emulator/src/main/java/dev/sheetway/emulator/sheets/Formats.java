package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Formats as Google completes and merges them. */
public final class Formats {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Fields that come in pairs: the old colour and the style that replaced it [REC]. */
    private static final List<String> COLORS = List.of("backgroundColor", "foregroundColor", "color", "tabColor");

    private Formats() {}

    /** Adds the missing half of each colour pair: {@code backgroundColor} and {@code backgroundColorStyle} [REC]. */
    public static ObjectNode complete(ObjectNode format) {
        ObjectNode result = JSON.objectNode();
        format.properties().forEach(entry -> {
            JsonNode value = entry.getValue() instanceof ObjectNode inner && !isColor(entry.getKey())
                    ? complete(inner)
                    : entry.getValue();
            result.set(entry.getKey(), value);
        });
        for (String color : COLORS) {
            JsonNode plain = format.get(color);
            JsonNode style = format.get(color + "Style");
            if (style != null && style.has("rgbColor")) {
                result.set(color, style.get("rgbColor"));
            } else if (style != null && style.has("themeColor")) {
                result.set(color, themeColor(style.get("themeColor").asText()));
            } else if (plain != null && style == null && !isStylePair(format, color)) {
                result.set(color + "Style", JSON.objectNode().set("rgbColor", plain));
            }
        }
        return result;
    }

    private static boolean isColor(String field) {
        return COLORS.contains(field) || field.equals("rgbColor");
    }

    /** In a theme pair {@code color} already is a style. */
    private static boolean isStylePair(ObjectNode format, String color) {
        return color.equals("color") && format.has("colorType");
    }

    /** The other half of a colour pair, which a mask that names one also writes; the field itself when it is no colour. */
    static String partner(String field) {
        if (COLORS.contains(field)) {
            return field + "Style";
        }
        String plain = field.endsWith("Style") ? field.substring(0, field.length() - 5) : field;
        return COLORS.contains(plain) ? plain : field;
    }

    /** Lays one format over another, field by field. */
    static ObjectNode over(ObjectNode base, ObjectNode top) {
        ObjectNode result = base.deepCopy();
        top.properties().forEach(entry -> {
            JsonNode below = result.get(entry.getKey());
            boolean whole = isColor(entry.getKey()) || entry.getKey().endsWith("Style");
            if (!whole && below instanceof ObjectNode b && entry.getValue() instanceof ObjectNode t) {
                result.set(entry.getKey(), over(b, t));
            } else {
                result.set(entry.getKey(), entry.getValue());
            }
        });
        return result;
    }

    /** The default format of a new spreadsheet [REC]. */
    public static ObjectNode defaultFormat() {
        ObjectNode format = JSON.objectNode();
        format.set("backgroundColor", rgb(1, 1, 1));
        format.putObject("padding")
                .put("top", 2)
                .put("right", 3)
                .put("bottom", 2)
                .put("left", 3);
        format.put("verticalAlignment", "BOTTOM").put("wrapStrategy", "OVERFLOW_CELL");
        ObjectNode text = format.putObject("textFormat");
        text.putObject("foregroundColor");
        text.put("fontFamily", "arial,sans,sans-serif").put("fontSize", 10);
        text.put("bold", false).put("italic", false).put("strikethrough", false).put("underline", false);
        text.putObject("foregroundColorStyle").putObject("rgbColor");
        format.putObject("backgroundColorStyle").set("rgbColor", rgb(1, 1, 1));
        return format;
    }

    /** The default theme [REC]. */
    public static ObjectNode defaultTheme() {
        ObjectNode theme = JSON.objectNode();
        theme.put("primaryFontFamily", "Arial");
        var colors = theme.putArray("themeColors");
        for (String type : List.of(
                "TEXT", "BACKGROUND", "ACCENT1", "ACCENT2", "ACCENT3", "ACCENT4", "ACCENT5", "ACCENT6", "LINK")) {
            ObjectNode pair = colors.addObject();
            pair.put("colorType", type).putObject("color").set("rgbColor", themeColor(type));
        }
        return theme;
    }

    private static ObjectNode themeColor(String type) {
        return switch (type) {
            case "BACKGROUND" -> rgb(1, 1, 1);
            case "ACCENT1" -> rgb(0.25882354f, 0.52156866f, 0.95686275f);
            case "ACCENT2" -> rgb(0.91764706f, 0.2627451f, 0.20784314f);
            case "ACCENT3" -> rgb(0.9843137f, 0.7372549f, 0.015686275f);
            case "ACCENT4" -> rgb(0.20392157f, 0.65882355f, 0.3254902f);
            case "ACCENT5" -> rgb(1, 0.42745098f, 0.003921569f);
            case "ACCENT6" -> rgb(0.27450982f, 0.7411765f, 0.7764706f);
            case "LINK" -> rgb(0.06666667f, 0.33333334f, 0.8f);
            default -> JSON.objectNode();
        };
    }

    private static ObjectNode rgb(float red, float green, float blue) {
        ObjectNode color = JSON.objectNode();
        component(color, "red", red);
        component(color, "green", green);
        component(color, "blue", blue);
        return color;
    }

    private static void component(ObjectNode color, String name, float value) {
        if (value == Math.rint(value)) {
            color.set(name, IntNode.valueOf((int) value));
        } else {
            color.set(name, FloatNode.valueOf(value));
        }
    }
}
