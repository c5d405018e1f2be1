package dev.sheetway.contracts.check;

/**
 * Where something is not as expected.
 *
 * @param row 1-based row as people see it; 0 when it concerns a whole column
 * @param column header text of the column, or its letter when it has none
 * @param kind such as {@code edited}, {@code vanished}, {@code not-a-number}
 */
public record Difference(int row, String column, String kind) {}
