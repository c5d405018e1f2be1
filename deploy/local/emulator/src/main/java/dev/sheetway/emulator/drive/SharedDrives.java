package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.Principal;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.store.EmulatorStore;
import dev.sheetway.emulator.store.Transaction;
import java.time.Instant;
import java.util.List;

/** Shared drives: {@code drives.create}, {@code list}, {@code get}, and the one that every emulator starts with. */
public final class SharedDrives {

    /** The shared drive that exists from the first start. */
    public static final String DRIVE_ID = "sheetway-shared-drive";
    /** The folder {@code Sheetway backups} in it. */
    public static final String BACKUP_FOLDER_ID = "sheetway-backups-folder";

    private final DriveCore core;

    public SharedDrives(DriveCore core) {
        this.core = core;
    }

    /** Makes the shared drive and its folder when the store is new; the three service accounts are members. */
    public static void createDefault(EmulatorStore store, Instant now) {
        try (Transaction tx = store.write()) {
            if (tx.file(DRIVE_ID).isPresent()) {
                return;
            }
            ObjectNode drive = FileEntries.create(DRIVE_ID, "Sheetway", FileEntries.FOLDER, now)
                    .put("isDrive", true);
            FileEntries.addPermission(drive, Principal.OWNER, "organizer");
            FileEntries.addPermission(drive, Principal.serviceAccount("backup-service"), "fileOrganizer");
            FileEntries.addPermission(drive, Principal.serviceAccount("schema-service"), "fileOrganizer");
            FileEntries.addPermission(drive, Principal.serviceAccount("verify-service"), "reader");
            ObjectNode folder = FileEntries.create(BACKUP_FOLDER_ID, "Sheetway backups", FileEntries.FOLDER, now);
            folder.put("driveId", DRIVE_ID).withArray("parents").add(DRIVE_ID);
            tx.putFile(DRIVE_ID, drive);
            tx.putFile(BACKUP_FOLDER_ID, folder);
            tx.commit();
        }
    }

    private static ObjectNode json(ObjectNode drive) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", "drive#drive");
        return json.put("id", drive.get("id").asText())
                .put("name", drive.get("name").asText());
    }

    ApiResponse create(Call call) {
        if (call.request().query().get("requestId") == null) {
            throw ApiException.drive(400, "required", "Required parameter: requestId");
        }
        if (call.principal().serviceAccount()) {
            throw ApiException.drive(403, "forbidden", "The user does not have permission to create shared drives.");
        }
        String name = call.request().json().path("name").asText();
        try (Transaction tx = core.store().write()) {
            String id = "0A" + core.newFileId().get().substring(1, 18);
            ObjectNode drive = FileEntries.create(
                            id, name, FileEntries.FOLDER, core.clock().instant())
                    .put("isDrive", true);
            FileEntries.addPermission(drive, call.principal().email(), "organizer");
            tx.putFile(id, drive);
            tx.commit();
            return ApiResponse.json(json(drive));
        }
    }

    ApiResponse list(Call call) {
        try (Transaction tx = core.store().read()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", "drive#driveList");
            ArrayNode drives = json.putArray("drives");
            List.copyOf(tx.files()).stream()
                    .filter(entry -> entry.path("isDrive").asBoolean()
                            && FileEntries.role(tx, call.principal(), entry).canRead())
                    .forEach(entry -> drives.add(json(entry)));
            return ApiResponse.json(json);
        }
    }

    ApiResponse get(Call call) {
        String id = call.variable("driveId");
        try (Transaction tx = core.store().read()) {
            return ApiResponse.json(json(tx.file(id)
                    .filter(entry -> entry.path("isDrive").asBoolean()
                            && FileEntries.role(tx, call.principal(), entry).canRead())
                    .orElseThrow(() -> ApiException.drive(404, "notFound", "Shared drive not found: " + id))));
        }
    }
}
