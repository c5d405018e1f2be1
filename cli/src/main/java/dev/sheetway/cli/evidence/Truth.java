package dev.sheetway.cli.evidence;

/** What somebody who answers for the sheet wants to know. */
public enum Truth {
    BACKUP("backup exists and equals the original"),
    COLUMNS("the new columns exist where planned"),
    OLD_DATA("all old data is unmodified"),
    ONE_SAGA("the migration ran as one saga with its checkpoint"),
    ROLLBACK("rollback restores the old schema");

    private final String sentence;

    Truth(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
