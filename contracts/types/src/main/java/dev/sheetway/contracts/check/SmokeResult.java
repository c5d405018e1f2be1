package dev.sheetway.contracts.check;

/**
 * @param detail why it failed: which row, what could not be evaluated; empty when it passed
 */
public record SmokeResult(String name, boolean passed, String detail, long durationMillis) {}
