package dev.sheetway.resilience;

import dev.sheetway.cli.local.SheetShape;
import java.util.Locale;

/** What somebody does to the table while it is migrated. */
enum UserEdit {
    ROW_INSERTED_ABOVE,
    COLUMN_INSERTED_BEFORE_OURS,
    HEADER_RENAMED,
    VALUE_CHANGED,
    TAB_RENAMED,
    TAB_DELETED;

    static final String OTHER_TITLE = "Operaciones 2026";
    static final int OLD_COLUMNS = 63;
    /** Where the last of them stands after {@link #COLUMN_INSERTED_BEFORE_OURS}. */
    static final String NEIGHBOUR = "BL";
    /** A column of plain text that neither key nor smoke suite needs. */
    private static final int SOME_COLUMN = 10;

    /** The requests of a batchUpdate. */
    String requests(SheetShape shape) {
        int sheet = shape.sheetId();
        return switch (this) {
            case ROW_INSERTED_ABOVE -> insert(sheet, "ROWS", shape.firstRealRow());
            case COLUMN_INSERTED_BEFORE_OURS -> insert(sheet, "COLUMNS", OLD_COLUMNS - 1);
            case HEADER_RENAMED -> typing(sheet, 0, SOME_COLUMN, "RENAMED BY SOMEBODY");
            case VALUE_CHANGED -> typing(sheet, changedRow(shape), SOME_COLUMN, "typed by somebody");
            case TAB_RENAMED -> """
                    [{"updateSheetProperties":{"properties":{"sheetId":%d,"title":"%s"},"fields":"title"}}]""".formatted(sheet, OTHER_TITLE);
            case TAB_DELETED -> "[{\"deleteSheet\":{\"sheetId\":" + sheet + "}}]";
        };
    }

    /** Whether a migration has no reason to stop: the edit is none of its business. */
    boolean isHarmless() {
        return this == ROW_INSERTED_ABOVE || this == COLUMN_INSERTED_BEFORE_OURS || this == VALUE_CHANGED;
    }

    /** Where {@link #VALUE_CHANGED} types, 0-based. */
    static int changedRow(SheetShape shape) {
        return shape.firstRealRow() + 3;
    }

    static String typing(int sheetId, int row, int column, String text) {
        return """
                [{"updateCells":{"start":{"sheetId":%d,"rowIndex":%d,"columnIndex":%d},"fields":"userEnteredValue",
                  "rows":[{"values":[{"userEnteredValue":{"stringValue":"%s"}}]}]}}]""".formatted(sheetId, row, column, text);
    }

    private static String insert(int sheet, String dimension, int at) {
        return """
                [{"insertDimension":{"range":{"sheetId":%d,"dimension":"%s","startIndex":%d,"endIndex":%d}}}]""".formatted(sheet, dimension, at, at + 1);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
