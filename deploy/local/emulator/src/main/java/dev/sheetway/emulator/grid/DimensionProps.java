package dev.sheetway.emulator.grid;

/**
 * Size and visibility of one row or column.
 *
 * @param pixelSize 0 for the default
 */
public record DimensionProps(int pixelSize, boolean hiddenByUser) {

    public static final DimensionProps DEFAULT = new DimensionProps(0, false);
}
