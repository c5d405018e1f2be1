package dev.sheetway.workspace.restore;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;

/**
 * How many cells of a spreadsheet are otherwise than in a backup of it.
 *
 * @param differing that a request can write
 * @param unlike that a restore has written, and that still look otherwise
 * @param unwritable where the backup has an error value that was entered as such, which no request can write
 * @param compared cells of the backup that have a content
 */
public record Counts(long differing, long unlike, long unwritable, long compared) {

    /** Holds none of them. As many calls as {@link Differences}. */
    public static Counts of(SheetReader reader, SpreadsheetId id, Workbook now, Backup backup) {
        return Differences.of(reader, id, now, backup, new Written(), 0).counts();
    }
}
