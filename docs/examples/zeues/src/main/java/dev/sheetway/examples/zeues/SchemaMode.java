package dev.sheetway.examples.zeues;

/** Which columns a program counts on. Both modes read both sheets, so that programs and sheet can change in any order. */
public enum SchemaMode {
    /** Knows nothing of occupation: every spool is free at version 0, whatever the sheet says. */
    V2_1,
    /** Reads occupation where the sheet has it; from an old sheet every spool is free at version 0. */
    V3_0
}
