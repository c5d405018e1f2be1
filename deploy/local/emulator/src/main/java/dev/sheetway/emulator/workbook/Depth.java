package dev.sheetway.emulator.workbook;

/** How much of two files is compared. */
public enum Depth {
    /** Values, formulas, number formats, notes, validation, merges, hidden and frozen state, protection, tabs, names. */
    CONTENT,
    /**
     * Fonts, fills, borders, alignment, links, sizes, conditional formats, filters and colours of tabs as well: for two
     * files that one program wrote, because each program writes them in its own way.
     */
    APPEARANCE
}
