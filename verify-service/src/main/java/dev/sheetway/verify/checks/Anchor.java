package dev.sheetway.verify.checks;

/**
 * Developer metadata on a live column that marks it as one of a migration's.
 *
 * @param column 0-based, where it stands now
 * @param name normalised header of the column that was anchored
 */
public record Anchor(int id, int column, String name) {}
