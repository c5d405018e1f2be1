package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.store.EmulatorStore;
import dev.sheetway.emulator.store.Transaction;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the methods of the Drive API share.
 *
 * @param spreadsheets makes, copies and exports the content of spreadsheets
 */
public record DriveCore(
        EmulatorStore store,
        Supplier<Settings> settings,
        Supplier<String> newFileId,
        Clock clock,
        Content spreadsheets) {

    /** The content side of a spreadsheet file, which Drive itself does not know. */
    public interface Content {

        void create(Transaction tx, String id, String title);

        void copy(Transaction tx, String fromId, String toId, String title, String copier);

        void rename(Transaction tx, String id, String title);

        /** The bytes of an export. */
        byte[] export(Transaction tx, String id, String mimeType);
    }

    FileJson json(Transaction tx, Call call) {
        return new FileJson(tx, call.principal(), settings.get(), clock.instant());
    }

    /** The entry of the call's file; one in a shared drive is not found unless the call supports them [DISC]. */
    ObjectNode entry(Transaction tx, Call call) {
        String id = call.variable("fileId");
        String actual = id.equals("root") ? FileEntries.rootOf(call.principal().email()) : id;
        ObjectNode entry = FileEntries.forDrive(tx, call.principal(), actual);
        boolean supports = call.request().query().flag("supportsAllDrives")
                || call.request().query().flag("supportsTeamDrives");
        if (entry.has("driveId") && !supports) {
            throw ApiException.drive(404, "notFound", "File not found: " + id + ".");
        }
        return entry;
    }

    /** 403 as Drive says it [L3P]. */
    static ApiException insufficient(String id) {
        return ApiException.drive(
                403,
                "insufficientFilePermissions",
                "The user does not have sufficient permissions for file " + id + ".");
    }
}
