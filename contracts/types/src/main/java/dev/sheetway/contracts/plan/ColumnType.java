package dev.sheetway.contracts.plan;

/** The native type of a column's cells. */
public enum ColumnType {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    /** A serial day number with a date format. */
    DATE,
    /** A serial day number with a fraction and a date-time format. */
    DATETIME;

    /** The name in plan files: lower case. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
