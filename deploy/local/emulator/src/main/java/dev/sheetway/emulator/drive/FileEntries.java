package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.FileRoles;
import dev.sheetway.emulator.access.Principal;
import dev.sheetway.emulator.access.Role;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * File entries as they are stored: what Drive shows, plus {@code appUsers} (whose application made the file) and the time of
 * the edit before the last, which is what Drive still shows while its modifiedTime lags.
 */
public final class FileEntries {

    public static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";
    public static final String FOLDER = "application/vnd.google-apps.folder";

    private FileEntries() {}

    /** A new entry owned by a user, or by the shared drive that it lies in. */
    public static ObjectNode create(String id, String name, String mimeType, Instant now) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("id", id).put("name", name).put("mimeType", mimeType);
        entry.put("createdTime", now.toEpochMilli());
        entry.put("modified", now.toEpochMilli()).put("seenModified", now.toEpochMilli());
        entry.put("version", 1).put("seenVersion", 1).put("trashed", false);
        entry.putArray("parents");
        entry.putArray("permissions");
        entry.putArray("appUsers");
        return entry;
    }

    /** The id of the My Drive root of a user [KNOW shape]. */
    public static String rootOf(String email) {
        return "0A" + Integer.toHexString(email.hashCode()) + "Uk9PVA";
    }

    /** The entry after an edit: newer, while what Drive shows stays as it was for the lag [ISS go-client #444]. */
    public static ObjectNode touched(ObjectNode entry, Instant now, Settings settings) {
        ObjectNode changed = entry.deepCopy();
        boolean seen = isSeen(entry, now, settings);
        if (seen) {
            changed.set("seenModified", entry.get("modified"));
            changed.set("seenVersion", entry.get("version"));
        }
        changed.put("modified", now.toEpochMilli());
        changed.put("version", entry.get("version").longValue() + 1);
        return changed;
    }

    static boolean isSeen(ObjectNode entry, Instant now, Settings settings) {
        return now.toEpochMilli() - entry.get("modified").longValue() >= settings.modifiedTimeLagSeconds() * 1000L;
    }

    public static void addPermission(ObjectNode entry, String email, String role) {
        entry.withArray("permissions")
                .addObject()
                .put("id", permissionId(email))
                .put("type", "user")
                .put("role", role)
                .put("emailAddress", email);
    }

    static String permissionId(String email) {
        return Long.toString(Integer.toUnsignedLong(email.hashCode()) * 1_000_003L + 10_000_000_000_000_000L);
    }

    public static Role role(Transaction tx, Principal principal, ObjectNode entry) {
        return FileRoles.of(principal, entry, tx::file);
    }

    /** Who owns the file; empty in a shared drive. */
    public static String owner(ObjectNode entry) {
        for (JsonNode permission : entry.path("permissions")) {
            if (permission.path("role").asText().equals("owner")) {
                return permission.path("emailAddress").asText();
            }
        }
        return "";
    }

    /** E-mails of all that may write the file. */
    public static List<String> editors(Transaction tx, ObjectNode entry) {
        List<String> editors = new ArrayList<>();
        addEditors(entry, editors);
        tx.file(entry.path("driveId").asText("")).ifPresent(drive -> addEditors(drive, editors));
        return editors;
    }

    private static void addEditors(ObjectNode entry, List<String> editors) {
        for (JsonNode permission : entry.path("permissions")) {
            String email = permission.path("emailAddress").asText();
            if (!email.isEmpty() && Role.of(permission.path("role").asText()).canWrite() && !editors.contains(email)) {
                editors.add(email);
            }
        }
    }

    /**
     * The entry of a spreadsheet for a Sheets call.
     *
     * @throws ApiException 404 when it does not exist, 403 when the caller may not do this [REC]
     */
    public static ObjectNode forSheets(
            Transaction tx, Principal principal, String id, boolean write, Settings settings) {
        ObjectNode entry = tx.file(id).orElseThrow(ApiException::notFound);
        if (!FileRoles.sheetsScopeReaches(principal, entry)) {
            throw ApiException.notFound();
        }
        Role role = role(tx, principal, entry);
        if (!role.canRead() || (write && !role.canWrite())) {
            throw ApiException.forbidden();
        }
        if (!entry.get("mimeType").asText().equals(SPREADSHEET)) {
            throw new ApiException(
                    400,
                    "FAILED_PRECONDITION",
                    "failedPrecondition",
                    "global",
                    "This operation is not supported for this document",
                    List.of());
        }
        boolean frozen =
                entry.path("contentRestrictions").path(0).path("readOnly").asBoolean();
        boolean spared = role == Role.OWNER && settings.contentRestrictionOnOwner() == Settings.OwnerBlock.ALLOWED;
        if (write && frozen && !spared) {
            throw ApiException.forbidden();
        }
        return entry;
    }

    /**
     * The entry of a file for a Drive call.
     *
     * @throws ApiException 404 when it does not exist or the caller does not see it [L3P]
     */
    static ObjectNode forDrive(Transaction tx, Principal principal, String id) {
        Optional<ObjectNode> entry = tx.file(id);
        if (entry.isEmpty()
                || !FileRoles.driveScopeReaches(principal, entry.get())
                || !role(tx, principal, entry.get()).canRead()) {
            throw ApiException.drive(404, "notFound", "File not found: " + id + ".");
        }
        return entry.get();
    }

    /** Remembers that the application of a token that sees only its own files made this one. */
    public static void madeBy(ObjectNode entry, Principal principal) {
        if (principal.seesOwnFilesOnly()) {
            entry.withArray("appUsers").add(principal.email());
        }
    }
}
