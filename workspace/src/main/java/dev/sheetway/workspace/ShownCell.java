package dev.sheetway.workspace;

/**
 * A cell as entered and as people see it.
 *
 * @param shown with its number format applied, a formula's result; empty text when nothing is to be seen
 */
public record ShownCell(CellContent entered, String shown) {}
