package dev.sheetway.emulator.a1;

import org.jspecify.annotations.Nullable;

/**
 * A range as it was written, not yet resolved: an optional sheet title and either bounds or a name. Bounds are 0-based and
 * inclusive; null means open.
 *
 * @param text the text that was asked, which errors echo [L3P]
 * @param title the sheet title before the {@code !}, unquoted, or null
 * @param name a name after the {@code !} or instead of one: a named range or a bare sheet title; null when bounds were given
 * @param quoted whether the title stood in quotes, in which case it can be nothing else
 */
public record A1Range(
        String text,
        @Nullable String title,
        @Nullable String name,
        boolean quoted,
        @Nullable Integer startRow,
        @Nullable Integer endRow,
        @Nullable Integer startColumn,
        @Nullable Integer endColumn) {

    /** A whole sheet. */
    static A1Range wholeSheet(String text, String title, boolean quoted) {
        return new A1Range(text, title, null, quoted, null, null, null, null);
    }

    static A1Range named(String text, @Nullable String title, String name) {
        return new A1Range(text, title, name, false, null, null, null, null);
    }
}
