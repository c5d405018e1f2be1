package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.access.Principal;
import dev.sheetway.emulator.access.Role;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.settings.Settings;
import dev.sheetway.emulator.store.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file as Drive shows it. {@code headRevisionId} is never there: it exists only for binary content [DISC]. */
final class FileJson {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    /** Fields of a File that the emulator shows or knowingly leaves out; others are refused. */
    private static final Set<String> KNOWN = Set.of(
            "kind",
            "id",
            "name",
            "mimeType",
            "description",
            "starred",
            "trashed",
            "explicitlyTrashed",
            "trashedTime",
            "trashingUser",
            "parents",
            "properties",
            "appProperties",
            "spaces",
            "version",
            "webContentLink",
            "webViewLink",
            "iconLink",
            "hasThumbnail",
            "thumbnailLink",
            "thumbnailVersion",
            "viewedByMe",
            "viewedByMeTime",
            "createdTime",
            "modifiedTime",
            "modifiedByMeTime",
            "modifiedByMe",
            "sharedWithMeTime",
            "sharingUser",
            "owners",
            "teamDriveId",
            "driveId",
            "lastModifyingUser",
            "shared",
            "ownedByMe",
            "capabilities",
            "viewersCanCopyContent",
            "copyRequiresWriterPermission",
            "writersCanShare",
            "permissions",
            "permissionIds",
            "hasAugmentedPermissions",
            "folderColorRgb",
            "originalFilename",
            "fullFileExtension",
            "fileExtension",
            "md5Checksum",
            "sha1Checksum",
            "sha256Checksum",
            "size",
            "quotaBytesUsed",
            "headRevisionId",
            "contentHints",
            "imageMediaMetadata",
            "videoMediaMetadata",
            "isAppAuthorized",
            "exportLinks",
            "shortcutDetails",
            "contentRestrictions",
            "linkShareMetadata",
            "labelInfo",
            "resourceKey",
            "inheritedPermissionsDisabled",
            "downloadRestrictions");

    private final Transaction tx;
    private final Principal principal;
    private final Settings settings;
    private final Instant now;

    FileJson(Transaction tx, Principal principal, Settings settings, Instant now) {
        this.tx = tx;
        this.principal = principal;
        this.settings = settings;
        this.now = now;
    }

    /** The mask of a call on files; without one Drive shows four fields [REC]. */
    static FieldMask mask(@Nullable String fields, String prefix) {
        if (fields == null || fields.isBlank()) {
            return FieldMask.parse(
                    prefix.isEmpty()
                            ? "kind,id,name,mimeType"
                            : "kind,nextPageToken,incompleteSearch,files(kind,id,name,mimeType)");
        }
        FieldMask mask = FieldMask.parse(fields);
        check(prefix.isEmpty() ? mask : mask.selects("files") ? mask.of("files") : FieldMask.ALL);
        return mask;
    }

    private static void check(FieldMask mask) {
        for (String name : mask.names()) {
            if (!KNOWN.contains(name)) {
                throw ApiException.drive(400, "invalidParameter", "Invalid field selection " + name);
            }
        }
    }

    ObjectNode of(ObjectNode entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String id = entry.get("id").asText();
        json.put("kind", "drive#file")
                .put("id", id)
                .put("name", entry.get("name").asText());
        json.put("mimeType", entry.get("mimeType").asText());
        copy(entry, json, "description", "parents", "properties", "appProperties", "driveId", "contentRestrictions");
        if (entry.has("driveId")) {
            json.set("teamDriveId", entry.get("driveId"));
        }
        json.put("starred", entry.path("starred").asBoolean());
        trash(entry, json);
        json.putArray("spaces").add("drive");
        boolean seen = FileEntries.isSeen(entry, now, settings);
        json.put("version", entry.get(seen ? "version" : "seenVersion").asText());
        json.put("createdTime", time(entry.get("createdTime")));
        json.put("modifiedTime", time(entry.get(seen ? "modified" : "seenModified")));
        json.put("webViewLink", link(entry, id));
        owners(entry, json);
        Role role = FileEntries.role(tx, principal, entry);
        ObjectNode capabilities = json.putObject("capabilities");
        capabilities.put("canEdit", role.canWrite()).put("canCopy", role.canRead());
        capabilities.put("canTrash", role.canDelete()).put("canDelete", role.canDelete());
        capabilities.put("canShare", role.canWrite()).put("canRename", role.canWrite());
        return json;
    }

    /** "Either explicitly or from a trashed parent folder"; the time "only … for items in shared drives" [DISC]. */
    private void trash(ObjectNode entry, ObjectNode json) {
        boolean explicitly = entry.path("trashed").asBoolean();
        json.put("trashed", explicitly || isInTrash(entry)).put("explicitlyTrashed", explicitly);
        if (explicitly && entry.has("driveId") && entry.has("trashedTime")) {
            json.put("trashedTime", time(entry.get("trashedTime")));
        }
    }

    /** The entry as a query sees it: in the trash with its folder. */
    ObjectNode withFolders(ObjectNode entry) {
        return isInTrash(entry) ? entry.deepCopy().put("trashed", true) : entry;
    }

    private boolean isInTrash(ObjectNode entry) {
        for (JsonNode parent : entry.path("parents")) {
            ObjectNode folder = tx.file(parent.asText()).orElse(null);
            if (folder != null && (folder.path("trashed").asBoolean() || isInTrash(folder))) {
                return true;
            }
        }
        return false;
    }

    private void owners(ObjectNode entry, ObjectNode json) {
        String owner = FileEntries.owner(entry);
        if (!owner.isEmpty()) {
            json.putArray("owners").add(user(owner));
            json.put("ownedByMe", owner.equals(principal.email()));
        }
        json.put("shared", entry.has("driveId") || entry.path("permissions").size() > 1);
        if (FileEntries.role(tx, principal, entry).canWrite()) {
            ArrayNode permissions = json.putArray("permissions");
            ArrayNode ids = json.putArray("permissionIds");
            entry.path("permissions").forEach(permission -> {
                permissions.add(Permissions.json((ObjectNode) permission));
                ids.add(permission.get("id"));
            });
        }
    }

    private ObjectNode user(String email) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("kind", "drive#user").put("displayName", email);
        user.put("me", email.equals(principal.email())).put("permissionId", FileEntries.permissionId(email));
        return user.put("emailAddress", email);
    }

    private static void copy(ObjectNode from, ObjectNode to, String... fields) {
        for (String field : List.of(fields)) {
            JsonNode value = from.get(field);
            if (value != null && !value.isEmpty() || value != null && value.isValueNode()) {
                to.set(field, value);
            }
        }
    }

    static String time(JsonNode millis) {
        return TIME.format(Instant.ofEpochMilli(millis.longValue()));
    }

    private static String link(ObjectNode entry, String id) {
        return entry.get("mimeType").asText().equals(FileEntries.FOLDER)
                ? "https://drive.google.com/drive/folders/" + id
                : "https://docs.google.com/spreadsheets/d/" + id + "/edit?usp=drivesdk";
    }
}
