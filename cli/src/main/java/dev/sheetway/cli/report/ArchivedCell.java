package dev.sheetway.cli.report;

/**
 * A cell that was kept.
 *
 * @param row 1-based row in which it stood at that instant
 * @param column 0-based column of the archive tab
 * @param key of its row at that instant; empty text: none
 * @param header of its column
 * @param shown as people see it in the archive tab
 * @param entered constant or formula; a date as its serial number
 * @param kind {@code text number boolean formula error}
 * @param initial whether it is what the plan itself writes into that column of every row
 */
public record ArchivedCell(
        int row, int column, String key, String header, String shown, String entered, String kind, boolean initial) {}
