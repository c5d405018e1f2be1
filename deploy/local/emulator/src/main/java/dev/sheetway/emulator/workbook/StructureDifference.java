package dev.sheetway.emulator.workbook;

/**
 * A difference that belongs to no cell: a tab's presence, order or visibility, frozen panes, hidden rows or columns,
 * merges, or a named range.
 *
 * @param tab the tab's title, or empty for the whole workbook
 * @param what what differs, such as {@code merge A1:B2} or {@code named range Spools}
 * @param left what the left file has, empty when nothing
 * @param right what the right file has, empty when nothing
 */
public record StructureDifference(String tab, String what, String left, String right) {}
