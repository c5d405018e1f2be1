package dev.sheetway.emulator.workbook;

/**
 * Converts between the pixels of Sheets and the units of an .xlsx file, so that pixels survive a round trip.
 *
 * <p>A column's width is kept in 1/256 of a digit that is 7 pixels wide (ECMA-376 Part 1, 18.3.1.13, with the
 * default 11 pt font); a row's height in twips, 15 of which are one pixel at 96 dpi.
 */
final class Pixels {
    private static final int DIGIT = 7;
    private static final int TWIPS = 15;
    private static final int WIDEST_IN_XLSX = 255 * 256;

    private Pixels() {}

    static int ofWidth(double width256) {
        return Math.max(0, (int) Math.round(width256 * DIGIT / 256));
    }

    static int toWidth(int pixels) {
        return Math.min(WIDEST_IN_XLSX, (int) Math.round(pixels * 256.0 / DIGIT));
    }

    static int ofHeight(short twips) {
        return Math.round(twips / (float) TWIPS);
    }

    static short toHeight(int pixels) {
        return (short) Math.min(Short.MAX_VALUE, pixels * TWIPS);
    }
}
