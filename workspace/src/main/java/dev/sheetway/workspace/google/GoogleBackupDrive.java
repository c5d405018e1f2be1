package dev.sheetway.workspace.google;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.GatewayException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Drive v3, shared drives included everywhere: a service account has no storage of its own. */
final class GoogleBackupDrive implements BackupDrive {
    private static final String FILE = "id,name,createdTime";
    private static final String ENTRY = FILE + ",appProperties,trashed,modifiedTime";

    private final Drive drive;
    private final GoogleCalls calls;
    private final TabTitles titles;

    GoogleBackupDrive(Drive drive, GoogleCalls calls, TabTitles titles) {
        this.drive = drive;
        this.calls = calls;
        this.titles = titles;
    }

    @Override
    public DriveFile copy(
            SpreadsheetId source, String name, Optional<String> folderId, Map<String, String> appProperties) {
        File wanted = new File().setName(name).setAppProperties(appProperties);
        folderId.ifPresent(folder -> wanted.setParents(List.of(folder)));
        DriveFile copy = calls.make(
                Operation.driveWrite(source, "copying the file"),
                bearer -> file(Exchange.parsed(
                        drive.files()
                                .copy(source.value(), wanted)
                                .setSupportsAllDrives(true)
                                .setFields(FILE),
                        bearer)));
        titles.copied(source, copy.id());
        return copy;
    }

    @Override
    public List<DriveFile> find(String property, String value) {
        List<DriveFile> found = new ArrayList<>();
        String query = "trashed = false and appProperties has { key=" + quoted(property) + " and value=" + quoted(value)
                + " }";
        Optional<String> page = Optional.empty();
        do {
            FileList list = page(query, page);
            if (list.getFiles() != null) {
                for (File file : list.getFiles()) {
                    found.add(listed(file));
                }
            }
            page = Optional.ofNullable(list.getNextPageToken());
        } while (page.isPresent());
        return found;
    }

    @Override
    public DriveFile get(SpreadsheetId id) {
        return calls.make(
                Operation.driveRead(id, "reading the file's entry"),
                bearer -> file(Exchange.parsed(
                        drive.files().get(id.value()).setSupportsAllDrives(true).setFields(FILE), bearer)));
    }

    @Override
    public Optional<DriveEntry> look(SpreadsheetId id) {
        try {
            return Optional.of(calls.make(
                    Operation.driveRead(id, "reading the file's entry"),
                    bearer -> entry(Exchange.parsed(
                            drive.files()
                                    .get(id.value())
                                    .setSupportsAllDrives(true)
                                    .setFields(ENTRY),
                            bearer))));
        } catch (GatewayException e) {
            if (e.failure().code().equals("not-found")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void trash(SpreadsheetId id) {
        File into = new File().setTrashed(true);
        calls.make(
                Operation.driveWrite(id, "putting the file into the trash"),
                bearer -> Exchange.parsed(
                        drive.files()
                                .update(id.value(), into)
                                .setSupportsAllDrives(true)
                                .setFields("id"),
                        bearer));
    }

    private FileList page(String query, Optional<String> token) {
        // A listing belongs to no file; the quota and the message need some name for it.
        Operation operation = Operation.driveRead(new SpreadsheetId("all"), "listing files");
        return calls.make(operation, bearer -> {
            Drive.Files.List list = drive.files()
                    .list()
                    .setQ(query)
                    .setPageSize(1000)
                    .setSupportsAllDrives(true)
                    .setIncludeItemsFromAllDrives(true)
                    .setFields("nextPageToken,files(" + FILE + ")");
            token.ifPresent(list::setPageToken);
            return Exchange.parsed(list, bearer);
        });
    }

    private static DriveFile listed(File file) {
        try {
            return file(file);
        } catch (UnreadableAnswer e) {
            throw new IllegalStateException("a listed file always has id and creation time", e);
        }
    }

    private static DriveFile file(File file) throws UnreadableAnswer {
        @Nullable String id = file.getId();
        if (id == null || file.getCreatedTime() == null) {
            throw new UnreadableAnswer("the answer has no id or creation time");
        }
        String name = file.getName() == null ? "" : file.getName();
        return new DriveFile(
                new SpreadsheetId(id),
                name,
                Instant.ofEpochMilli(file.getCreatedTime().getValue()));
    }

    private static DriveEntry entry(File file) throws UnreadableAnswer {
        if (file.getModifiedTime() == null) {
            throw new UnreadableAnswer("the answer has no modification time");
        }
        @Nullable Map<String, String> properties = file.getAppProperties();
        return new DriveEntry(
                file(file),
                properties == null ? Map.of() : properties,
                Boolean.TRUE.equals(file.getTrashed()),
                Instant.ofEpochMilli(file.getModifiedTime().getValue()));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
