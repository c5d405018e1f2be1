package dev.sheetway.contracts.plan;

import java.util.Locale;
import java.util.Optional;

/**
 * Gives every cell of a column the native type {@code to}, without loss or not at all.
 *
 * @param format number format pattern in Google's syntax; empty: the type's usual one
 * @param dateOrder how a date text such as {@code 05-06-2026} is read
 * @param decimal mark of decimals in number texts
 */
public record ConvertColumn(
        String name, ColumnType to, Optional<String> format, DateOrder dateOrder, DecimalMark decimal)
        implements Change {

    /** Which of two leading numbers is the day; a text that begins with the year is never in doubt. */
    public enum DateOrder {
        DAY_FIRST,
        MONTH_FIRST;

        /** The name in plan files, such as {@code day-first}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum DecimalMark {
        POINT,
        COMMA;

        /** The name in plan files: lower case. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
