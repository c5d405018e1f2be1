package dev.sheetway.emulator.sequences;

import java.util.List;

/**
 * One step of a sequence as plain numbers, which mean something only against the workbook that they meet: so a shrunk
 * sequence is still a sequence.
 *
 * @param joined whether it goes into the same batch as the step before
 */
record Step(Action action, boolean joined, int sheet, int a, int b, int c) {

    static final List<String> TITLES = List.of("Alpha", "Beta", "Gamma", "Delta", "Epsilon");

    /** What a step does. */
    enum Action {
        INSERT_ROWS,
        INSERT_COLUMNS,
        DELETE_ROWS,
        DELETE_COLUMNS,
        MOVE_ROWS,
        MOVE_COLUMNS,
        APPEND_ROWS,
        APPEND_COLUMNS,
        RESIZE,
        WRITE_TEXT,
        WRITE_FORMULA,
        CLEAR_CELLS,
        APPEND_CELLS,
        UPDATE_VALUES,
        CLEAR_VALUES,
        ADD_SHEET,
        DUPLICATE_SHEET,
        DELETE_SHEET,
        MOVE_SHEET,
        RENAME_SHEET,
        ADD_METADATA,
        DELETE_METADATA,
        ADD_RANGE,
        DELETE_RANGE
    }

    /** The sheet that the step is about; one that is always there. */
    ReferenceSheet sheet(ReferenceWorkbook workbook) {
        return workbook.sheets.get(sheet % workbook.sheets.size());
    }

    String title() {
        return TITLES.get(a % TITLES.size());
    }

    static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }
}
