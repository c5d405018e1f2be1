package dev.sheetway.emulator.grid;

/** The cells of sheets by the sheet's storage id and the stable row id. A transaction of the store implements it. */
public interface Cells {

    Row row(int sheetUid, int rowId);

    void put(int sheetUid, int rowId, Row row);

    /** Ids of the rows that hold a formula, in no order; may name rows that were deleted. */
    int[] formulaRows(int sheetUid);

    /** Copies all rows of a sheet to another, new one. */
    void copySheet(int fromUid, int toUid);

    void dropSheet(int sheetUid);

    /** A storage id that was never used. */
    int newSheetUid();
}
