package dev.sheetway.workspace;

import dev.sheetway.contracts.SpreadsheetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies spreadsheets in Drive. Same failure rules as {@link SheetReader}. */
public interface BackupDrive {

    /**
     * Copies the whole file.
     *
     * @param folderId where; empty: beside the original
     * @param appProperties set on the copy, replacing inherited ones of the same name
     */
    DriveFile copy(SpreadsheetId source, String name, Optional<String> folderId, Map<String, String> appProperties);

    /** Files that are not in the trash and carry that property. */
    List<DriveFile> find(String property, String value);

    DriveFile get(SpreadsheetId id);

    record DriveFile(SpreadsheetId id, String name, Instant createdTime) {}
}
