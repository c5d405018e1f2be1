package dev.sheetway.workspace.fingerprint;

/** Something that differs between two tables; rows are 0-based indexes in their tab. */
public sealed interface TableDifference {

    /** A row that is only in the table after. */
    record RowInserted(int afterRow) implements TableDifference {}

    /** @param keyed whether it had a key */
    record RowDeleted(int beforeRow, boolean keyed) implements TableDifference {}

    /** A row that stands elsewhere among the others. */
    record RowMoved(int beforeRow, int afterRow) implements TableDifference {}

    /** @param position of the column in the list that both tables were compared by */
    record CellChanged(int beforeRow, int afterRow, int position, CellChange change) implements TableDifference {}

    enum CellChange {
        /** It was blank. */
        FILLED,
        /** It is blank now. */
        CLEARED,
        EDITED,
        /** The same formula with other references: rows or columns were inserted or deleted elsewhere. */
        REFERENCES_SHIFTED,
        /** It is an error now and was none. */
        BECAME_ERROR
    }
}
