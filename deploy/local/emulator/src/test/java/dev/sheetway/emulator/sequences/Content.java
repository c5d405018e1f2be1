package dev.sheetway.emulator.sequences;

/** What a cell of the reference model holds. */
sealed interface Content {

    record Text(String text) implements Content {}

    /** A formula that points to one cell, known by the identity of its sheet, row and column. */
    record Pointer(Line sheet, Line row, Line column) implements Content {}
}
