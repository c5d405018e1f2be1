package dev.sheetway.workspace.google;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Calls;

/**
 * One call to Google as far as quota, repetition and messages care.
 *
 * @param words what is done, such as {@code reading the structure}
 */
record Operation(Kind kind, SpreadsheetId spreadsheet, String words) {

    enum Kind {
        SHEETS_READ,
        SHEETS_WRITE,
        DRIVE_READ,
        DRIVE_WRITE;

        /** Whether making the call twice is the same as making it once. */
        boolean harmless() {
            return switch (this) {
                case SHEETS_READ, DRIVE_READ -> true;
                case SHEETS_WRITE, DRIVE_WRITE -> false;
            };
        }

        /** One call of this kind. */
        Calls calls() {
            return switch (this) {
                case SHEETS_READ, DRIVE_READ -> Calls.ONE_READ;
                case SHEETS_WRITE, DRIVE_WRITE -> Calls.ONE_WRITE;
            };
        }
    }

    static Operation sheetsRead(SpreadsheetId id, String words) {
        return new Operation(Kind.SHEETS_READ, id, words);
    }

    static Operation sheetsWrite(SpreadsheetId id, String words) {
        return new Operation(Kind.SHEETS_WRITE, id, words);
    }

    static Operation driveRead(SpreadsheetId id, String words) {
        return new Operation(Kind.DRIVE_READ, id, words);
    }

    static Operation driveWrite(SpreadsheetId id, String words) {
        return new Operation(Kind.DRIVE_WRITE, id, words);
    }
}
