package dev.sheetway.emulator.sequences;

/** A row, a column or a sheet as a thing with an identity: whatever hangs on it moves with it and dies with it. */
final class Line {}
