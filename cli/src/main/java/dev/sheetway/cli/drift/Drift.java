package dev.sheetway.cli.drift;

import java.util.Locale;

/**
 * Something that people did to a table since Sheetway last left it.
 *
 * @param column header as it was known; of an inserted one as it is; empty: the whole tab
 * @param message for people
 */
public record Drift(Kind kind, String column, String message) {

    /** What was done. */
    public enum Kind {
        RENAMED,
        MOVED,
        DELETED,
        RETYPED,
        INSERTED,
        /** The tab has another title now. */
        TAB_RENAMED,
        TAB_DELETED;

        /** The name for people and programs, such as {@code tab-renamed}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
