package dev.sheetway.contracts;

import java.util.UUID;

/** The identity of one live run of a plan on one spreadsheet, or of one preview, verification or other request. */
public record MigrationId(UUID value) {
    private static final UUID NAMESPACE = UUID.fromString("6f1d0e0a-5c0b-5d0e-9a51-7e57a9e8c001");

    /**
     * The id that a request gets: UUIDv5 of {@code spreadsheetId LF requestId} in Sheetway's namespace, so the same
     * request is the same migration wherever and however often it is read.
     */
    public static MigrationId of(SpreadsheetId spreadsheetId, String requestId) {
        return new MigrationId(NameBasedUuid.version5(NAMESPACE, spreadsheetId.value() + "\n" + requestId));
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static MigrationId parse(String text) {
        return new MigrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
