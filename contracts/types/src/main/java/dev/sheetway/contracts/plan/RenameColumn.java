package dev.sheetway.contracts.plan;

/**
 * Gives a column another header text; cells, formulas and named ranges are not touched, because they go by place.
 *
 * @param from header of the column before, matched after normalisation
 * @param to header as it is written
 */
public record RenameColumn(String from, String to) implements Change {}
