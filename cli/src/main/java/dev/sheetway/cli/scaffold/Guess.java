package dev.sheetway.cli.scaffold;

/**
 * Something that a sheet does not say of itself.
 *
 * @param reason why this value, for people
 */
public record Guess<T>(T value, String reason) {}
