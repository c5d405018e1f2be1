package dev.sheetway.contracts;

/** A step of the saga, in the order in which a live migration takes them. */
public enum Step {
    /** Preflight and the spreadsheet's lock. */
    OPEN,
    /** A verified copy before anything changes. */
    BACKUP,
    /** The schema change, in one atomic batch; its rollback contracts the schema again. */
    EXPAND,
    /** The seven checks; in the rollback direction: everything else equals the backup. */
    VERIFY,
    /** Initial values for real rows that appeared since the expand batch. */
    INITIALISE,
    /** The plan's smoke suite of the schema version that the sheet has now. */
    SMOKE,
    /** Audit rows of the read-only steps, lock released, schema version recorded. */
    CLOSE;

    /** The name in events, plans' messages and {@code --fail-at}: lower case. */
    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no step has that name */
    public static Step ofWireName(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
}
