package dev.sheetway.workspace;

import dev.sheetway.contracts.SpreadsheetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Copies spreadsheets in Drive, and removes such copies. Same failure rules as {@link SheetReader}. */
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

    /** Empty when there is no such file, or none that the caller may see: Drive makes no difference. */
    Optional<DriveEntry> look(SpreadsheetId id);

    /**
     * Into the trash, from where its owner can take it back for 30 days; once more is the same as once. Only the owner may,
     * or a content manager of the file's shared drive (<a
     * href="https://developers.google.com/workspace/drive/api/guides/delete">Trash or delete files</a>).
     */
    void trash(SpreadsheetId id);

    /**
     * A file and what tells whose it is.
     *
     * @param trashed itself, or a folder that it lies in
     * @param modifiedTime may lag behind by minutes
     */
    record DriveEntry(DriveFile file, Map<String, String> appProperties, boolean trashed, Instant modifiedTime) {
        public DriveEntry {
            appProperties = Map.copyOf(appProperties);
        }
    }

    record DriveFile(SpreadsheetId id, String name, Instant createdTime) {}
}
