package dev.sheetway.emulator.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/** Maps a file's number format pattern to a {@code NumberFormat}; the pattern itself is kept letter by letter. */
final class Patterns {
    static final String GENERAL = "General";
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|(?i:am/pm|a/p)");
    private static final Pattern LOCALES = Pattern.compile("\\[\\$?-[^]]*]");
    private static final Pattern CURRENCY = Pattern.compile("[$€£¥₽]|\\[\\$[^-\\]]");
    private static final Pattern BRACKETS = Pattern.compile("\\[(?!(?i:h+|m+|s+)])[^]]*]");

    private Patterns() {}

    static ObjectNode numberFormat(int index, String pattern) {
        return Json.of("type", type(index, pattern)).put("pattern", pattern);
    }

    /** The {@code NumberFormatType} that Sheets would show for the pattern. */
    static String type(int index, String pattern) {
        if (pattern.equals("@")) {
            return "TEXT";
        }
        if (DateUtil.isADateFormat(index, pattern)) {
            return dateType(pattern);
        }
        String bare = BRACKETS.matcher(LITERALS.matcher(pattern).replaceAll("")).replaceAll("");
        if (bare.indexOf('%') >= 0) {
            return "PERCENT";
        }
        if (bare.contains("E+") || bare.contains("E-")) {
            return "SCIENTIFIC";
        }
        return CURRENCY.matcher(LOCALES.matcher(pattern).replaceAll("")).find() ? "CURRENCY" : "NUMBER";
    }

    private static String dateType(String pattern) {
        String bare = BRACKETS.matcher(LITERALS.matcher(pattern).replaceAll(""))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        boolean time = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0 || bare.contains("[m");
        boolean date = bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || !time;
        return date && time ? "DATE_TIME" : date ? "DATE" : "TIME";
    }

    /** The pattern of a {@code NumberFormat}, or the one that Sheets uses in en_US for its type alone. */
    static String patternOf(JsonNode numberFormat) {
        String pattern = numberFormat.path("pattern").asText();
        if (!pattern.isEmpty()) {
            return pattern;
        }
        return switch (numberFormat.path("type").asText()) {
            case "TEXT" -> "@";
            case "NUMBER" -> "#,##0.00";
            case "PERCENT" -> "0.00%";
            case "CURRENCY" -> "\"$\"#,##0.00";
            case "DATE" -> "m/d/yyyy";
            case "TIME" -> "h:mm:ss AM/PM";
            case "DATE_TIME" -> "m/d/yyyy h:mm:ss";
            case "SCIENTIFIC" -> "0.00E+00";
            default -> GENERAL;
        };
    }
}
