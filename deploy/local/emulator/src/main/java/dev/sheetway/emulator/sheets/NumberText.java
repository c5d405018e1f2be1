package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.emulator.grid.CellValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that a value shows under a number format. Covers plain, grouped, percent and currency-sign numbers, dates and
 * times; anything else is empty, and the caller answers 501 rather than guess.
 */
final class NumberText {

    private static final Pattern NUMERIC =
            Pattern.compile("(?<prefix>(?:\"[^\"]*\"|\\\\.|[-+$€£¥() ])*)(?<integer>[#0,]+)(?:\\.(?<decimals>[0#]+))?"
                    + "(?<suffix>(?:\"[^\"]*\"|\\\\.|[%$€£¥() ])*)");
    private static final MathContext GENERAL = new MathContext(10, RoundingMode.HALF_UP);

    private NumberText() {}

    /** The shown text of a value, or empty when the format is not covered. */
    static Optional<String> of(CellValue value, JsonNode numberFormat) {
        return switch (value) {
            case CellValue.Text text -> Optional.of(text.value());
            case CellValue.Bool bool -> Optional.of(bool.value() ? "TRUE" : "FALSE");
            case CellValue.Failure failure -> Optional.of(failure.shown());
            case CellValue.Number number -> number(number.value(), numberFormat);
        };
    }

    /** Whether the format makes a number a date or a time. */
    static boolean isDate(JsonNode numberFormat) {
        return switch (numberFormat.path("type").asText()) {
            case "DATE", "TIME", "DATE_TIME" -> true;
            default -> false;
        };
    }

    private static Optional<String> number(double value, JsonNode format) {
        String pattern = format.path("pattern").asText();
        if (isDate(format)) {
            return pattern.isEmpty() ? Optional.empty() : DateText.of(value, pattern);
        }
        if (format.isMissingNode() || format.isEmpty() || pattern.equals("General") || pattern.equals("@")) {
            return Optional.of(general(value));
        }
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        String[] sections = pattern.split(";", -1);
        boolean ownNegative = sections.length > 1 && value < 0;
        String section = ownNegative ? sections[1] : sections.length > 2 && value == 0 ? sections[2] : sections[0];
        Matcher matcher = NUMERIC.matcher(section);
        return matcher.matches() ? Optional.of(patterned(value, matcher, !ownNegative)) : Optional.empty();
    }

    /** The automatic format: up to 10 significant digits for fractions [KNOW; agrees with REC 0.0009765625 and 42.01]. */
    static String general(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        if (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-5) {
            BigDecimal mantissa =
                    exact.round(new MathContext(6, RoundingMode.HALF_UP)).stripTrailingZeros();
            int exponent = mantissa.precision() - mantissa.scale() - 1;
            BigDecimal scaled = mantissa.movePointLeft(exponent).stripTrailingZeros();
            return scaled.toPlainString() + "E" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                    + Math.abs(exponent);
        }
        return exact.round(GENERAL).stripTrailingZeros().toPlainString();
    }

    private static String patterned(double value, Matcher section, boolean signed) {
        String decimals = section.group("decimals") == null ? "" : section.group("decimals");
        String integer = section.group("integer");
        boolean percent = section.group("suffix").contains("%");
        BigDecimal number = BigDecimal.valueOf(value).abs();
        if (percent) {
            number = number.movePointRight(2);
        }
        number = number.setScale(decimals.length(), RoundingMode.HALF_UP);
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point + 1);
        int required = (int) decimals.chars().filter(c -> c == '0').count();
        while (fraction.length() > required && fraction.endsWith("0")) {
            fraction = fraction.substring(0, fraction.length() - 1);
        }
        int zeros = (int) integer.chars().filter(c -> c == '0').count();
        whole = whole.equals("0") && zeros == 0 ? "" : "0".repeat(Math.max(0, zeros - whole.length())) + whole;
        if (integer.contains(",")) {
            whole = whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
        }
        boolean negative = signed && value < 0 && number.signum() != 0;
        return (negative ? "-" : "")
                + literal(section.group("prefix"))
                + whole
                + (fraction.isEmpty() ? "" : "." + fraction)
                + literal(section.group("suffix"));
    }

    private static String literal(String text) {
        return text.replaceAll("\\\\(.)", "$1").replace("\"", "");
    }
}
