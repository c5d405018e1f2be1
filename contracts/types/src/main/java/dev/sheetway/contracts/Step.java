package dev.sheetway.contracts;

import java.util.List;
import java.util.Locale;

/** A step of the saga, in the order in which a migration takes them. */
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
    CLOSE,
    /** Long after completion, where the plan does not keep backups for ever: they are removed. */
    REMOVE_BACKUP;

    private static final List<Step> LIVE = List.of(OPEN, BACKUP, EXPAND, VERIFY, INITIALISE, SMOKE, CLOSE);

    /** Those that a migration takes until it is completed, in their order. */
    public static List<Step> untilCompletion() {
        return LIVE;
    }

    /** The name in events, plans' messages and {@code --fail-at}: lower case, such as {@code remove-backup}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no step has that name */
    public static Step ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
