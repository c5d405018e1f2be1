package dev.sheetway.workspace;

/**
 * @param type Google's: {@code TEXT NUMBER PERCENT CURRENCY DATE TIME DATE_TIME SCIENTIFIC}
 * @param pattern empty text when the type's default is meant
 */
public record NumberFormat(String type, String pattern) {}
