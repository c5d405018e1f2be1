package dev.sheetway.emulator.grid;

/** A group of rows or columns. */
public record Group(int start, int end, int depth, boolean collapsed) {}
