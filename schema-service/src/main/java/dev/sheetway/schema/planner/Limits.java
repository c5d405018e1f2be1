package dev.sheetway.schema.planner;

/**
 * What Google lets a spreadsheet hold.
 *
 * @param cells of all tabs together; Google's error text says 10,000,000, one source of 2026 says 20,000,000
 * @param columns of one tab
 */
public record Limits(long cells, int columns) {
    public static final Limits GOOGLE = new Limits(10_000_000, 18_278);
}
