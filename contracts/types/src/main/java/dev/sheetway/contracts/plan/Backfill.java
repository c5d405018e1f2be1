package dev.sheetway.contracts.plan;

/**
 * Computes the cells of an existing column from the other cells of their rows.
 *
 * @param value CEL; sees {@code row} as smoke assertions do and yields a text, number, truth value, or null for "leave it"
 * @param overwrite cells with content too; false: only blank ones
 */
public record Backfill(String column, String value, boolean overwrite) implements Change {}
