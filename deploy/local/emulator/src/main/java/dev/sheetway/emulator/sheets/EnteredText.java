package dev.sheetway.emulator.sheets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.grid.CellValue;
import dev.sheetway.emulator.http.ApiException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What text becomes when it is entered as a user would (USER_ENTERED). Only the recorded table [REC][L3P facts A2] is
 * emulated; text that might be a date, time or number in some locale and is not in the table answers 501.
 *
 * @param formula set when the text is a formula
 * @param value set when it is a literal; null with no formula clears the cell
 * @param numberFormat the format that the cell gets when it has none, or null
 */
record EnteredText(
        @Nullable String formula,
        @Nullable CellValue value,
        @Nullable ObjectNode numberFormat) {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(?:,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern PERCENT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?%");
    private static final Pattern DOLLARS = Pattern.compile("-?\\$([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\\.[0-9]+)?");
    private static final Pattern ISO_DATE = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern US_DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final Pattern MONTH_DAY = Pattern.compile("([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern PLAIN_INTEGER = Pattern.compile("[-+]?[0-9]+");
    /** Digits with what dates, times, fractions and money are made of, or a month's name near a digit. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "(?i)[-+$€£¥(]?\\s*[0-9][-0-9/.,:%$€£¥() ]*(?:am|pm|e[-+]?[0-9]+)?"
                    + "|(?:[0-9]{1,4}[-/ .])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?[-/ .,]*[0-9]{1,4}(?:[-/ ,]+[0-9]{2,4})?");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    static EnteredText of(String text, String locale, LocalDate today) {
        if (text.isEmpty()) {
            return new EnteredText(null, null, null);
        }
        if (text.startsWith("=") && text.length() > 1) {
            return new EnteredText(text, null, null);
        }
        if (text.startsWith("'")) {
            return literal(new CellValue.Text(text.substring(1)), null);
        }
        String trimmed = text.strip();
        if (trimmed.equalsIgnoreCase("true") || trimmed.equalsIgnoreCase("false")) {
            return literal(new CellValue.Bool(trimmed.equalsIgnoreCase("true")), null);
        }
        boolean english = locale.startsWith("en");
        EnteredText number = english || PLAIN_INTEGER.matcher(trimmed).matches() ? number(trimmed) : null;
        EnteredText entered = number == null ? date(trimmed, locale, today) : number;
        if (entered != null) {
            return entered;
        }
        if (AMBIGUOUS.matcher(trimmed).matches()) {
            throw ApiException.notEmulated(
                    "USER_ENTERED text whose meaning depends on the locale; send it RAW or as a typed value");
        }
        return literal(new CellValue.Text(text), null);
    }

    private static EnteredText literal(CellValue value, @Nullable ObjectNode format) {
        return new EnteredText(null, value, format);
    }

    private static @Nullable EnteredText number(String text) {
        if (NUMBER.matcher(text).matches()) {
            return literal(new CellValue.Number(Double.parseDouble(text)), null);
        }
        Matcher grouped = GROUPED.matcher(text);
        if (grouped.matches()) {
            return literal(
                    new CellValue.Number(Double.parseDouble(text.replace(",", ""))),
                    format("NUMBER", grouped.group(1) == null ? "#,##0" : "#,##0.00"));
        }
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            double value = Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
            return literal(new CellValue.Number(value), format("PERCENT", percent.group(1) == null ? "0%" : "0.00%"));
        }
        Matcher dollars = DOLLARS.matcher(text);
        if (dollars.matches()) {
            double value = Double.parseDouble(text.replace(",", "").replace("$", ""));
            String pattern = dollars.group(2) == null ? "\"$\"#,##0" : "\"$\"#,##0.00";
            return literal(new CellValue.Number(value), format("CURRENCY", pattern));
        }
        return null;
    }

    private static @Nullable EnteredText date(String text, String locale, LocalDate today) {
        Matcher iso = ISO_DATE.matcher(text);
        if (iso.matches()) {
            return date(Integer.parseInt(iso.group(1)), iso.group(2), iso.group(3), "yyyy-mm-dd");
        }
        if (!locale.toLowerCase(Locale.ROOT).equals("en_us")) {
            return null;
        }
        Matcher us = US_DATE.matcher(text);
        if (us.matches()) {
            return date(Integer.parseInt(us.group(3)), us.group(1), us.group(2), "m/d/yyyy");
        }
        Matcher short_ = MONTH_DAY.matcher(text);
        return short_.matches() ? date(today.getYear(), short_.group(1), short_.group(2), "m-d") : null;
    }

    private static @Nullable EnteredText date(int year, String month, String day, String pattern) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        if (m < 1 || m > 12 || d < 1 || d > LocalDate.of(year, m, 1).lengthOfMonth()) {
            return null;
        }
        long serial = ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.of(year, m, d));
        return literal(new CellValue.Number(serial), format("DATE", pattern));
    }

    private static ObjectNode format(String type, String pattern) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("pattern", pattern);
    }
}
