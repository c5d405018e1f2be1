package dev.sheetway.schema.planner;

/**
 * What Google lets a spreadsheet hold.
 *
 * @param cells of all tabs together; Google's error text says 10,000,000, one source of 2026 says 20,000,000
 * @param columns of one tab
 */
public record Limits(long cells, int columns) {
    /** Of one batch of ours, of about 200 bytes each: Google recommends 2 MB for a call and gives it 180 s. */
    static final int REQUESTS = 10_000;

    /** Of a hidden tab; a tenth of what Google allows, because it stays, and each migration may make some. */
    private static final long IN_PLACE = 1_000_000;

    public static final Limits GOOGLE = new Limits(10_000_000, 18_278);

    /** Whether columns may be kept where they stood, in a tab of {@code more} cells. */
    boolean keepsInPlace(long now, long more) {
        return more <= IN_PLACE && now + more <= cells;
    }
}
