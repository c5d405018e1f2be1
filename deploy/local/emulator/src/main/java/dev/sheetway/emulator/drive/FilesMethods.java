package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.store.Transaction;
import java.util.List;

/** {@code files.create}, {@code copy}, {@code get}, {@code update}, {@code delete}, {@code export}, {@code generateIds}. */
final class FilesMethods {

    /** How many ids a call makes unless told, and at most [DISC]. */
    private static final int DEFAULT_IDS = 10;

    private static final int MOST_IDS = 1000;

    private final DriveCore core;

    FilesMethods(DriveCore core) {
        this.core = core;
    }

    ApiResponse get(Call call) {
        if ("media".equals(call.request().query().get("alt"))) {
            throw ApiException.drive(
                    403,
                    "fileNotDownloadable",
                    "Only files with binary content can be downloaded. Use Export with Docs Editors files.");
        }
        var mask = FileJson.mask(call.request().query().get("fields"), "");
        try (Transaction tx = core.store().read()) {
            return ApiResponse.json(mask.apply(core.json(tx, call).of(core.entry(tx, call))));
        }
    }

    ApiResponse create(Call call) {
        JsonNode body = call.request().json();
        var mask = FileJson.mask(call.request().query().get("fields"), "");
        String mimeType = body.path("mimeType").asText("application/octet-stream");
        boolean googleType = mimeType.startsWith("application/vnd.google-apps.");
        boolean emulated =
                !googleType || mimeType.equals(FileEntries.SPREADSHEET) || mimeType.equals(FileEntries.FOLDER);
        if (!emulated) {
            throw ApiException.notEmulated("a file of type " + mimeType);
        }
        if (body.hasNonNull("id") && mimeType.equals(FileEntries.SPREADSHEET)) {
            // pre-generated ids are not for native documents [DOC]
            throw ApiException.drive(400, "invalid", "The provided file ID is not usable.");
        }
        try (Transaction tx = core.store().write()) {
            String id = body.hasNonNull("id")
                    ? body.get("id").asText()
                    : core.newFileId().get();
            if (tx.file(id).isPresent()) {
                throw ApiException.drive(409, "fileIdInUse", "A file already exists with the provided ID.");
            }
            String name = body.hasNonNull("name") ? body.get("name").asText() : "Untitled";
            ObjectNode entry =
                    FileEntries.create(id, name, mimeType, core.clock().instant());
            place(tx, call, entry, body.path("parents"));
            properties(entry, body);
            if (mimeType.equals(FileEntries.SPREADSHEET)) {
                core.spreadsheets().create(tx, id, name);
            }
            tx.putFile(id, entry);
            ObjectNode json = core.json(tx, call).of(entry);
            tx.commit();
            return ApiResponse.json(mask.apply(json));
        }
    }

    /** Puts a new entry into its folder, or into the caller's My Drive, and gives it its owner. */
    private void place(Transaction tx, Call call, ObjectNode entry, JsonNode parents) {
        if (parents.size() > 1) {
            throw ApiException.drive(400, "invalid", "A file cannot be created in several folders.");
        }
        String email = call.principal().email();
        String parent =
                parents.isEmpty() ? FileEntries.rootOf(email) : parents.get(0).asText();
        if (parent.equals("root")) {
            parent = FileEntries.rootOf(email);
        }
        String driveId = "";
        if (!parent.equals(FileEntries.rootOf(email))) {
            ObjectNode folder = FileEntries.forDrive(tx, call.principal(), parent);
            boolean supports = call.request().query().flag("supportsAllDrives");
            driveId = folder.path("isDrive").asBoolean()
                    ? parent
                    : folder.path("driveId").asText("");
            if (!driveId.isEmpty() && !supports) {
                throw ApiException.drive(404, "notFound", "File not found: " + parent + ".");
            }
            if (!FileEntries.role(tx, call.principal(), folder).canWrite()) {
                throw DriveCore.insufficient(parent);
            }
        }
        boolean stored = !entry.get("mimeType").asText().equals(FileEntries.FOLDER);
        if (stored) {
            Storage.refuseServiceAccount(call.principal(), core.settings().get(), !driveId.isEmpty());
        }
        entry.withArray("parents").removeAll().add(parent);
        if (driveId.isEmpty()) {
            FileEntries.addPermission(entry, email, "owner");
        } else {
            entry.put("driveId", driveId);
        }
        FileEntries.madeBy(entry, call.principal());
    }

    /** Properties with a null value are cleared, the others stay [DISC]. */
    private static void properties(ObjectNode entry, JsonNode body) {
        for (String field : List.of("appProperties", "properties")) {
            ObjectNode merged = entry.path(field) instanceof ObjectNode before ? before.deepCopy() : entry.objectNode();
            body.path(field).properties().forEach(property -> {
                if (property.getValue().isNull()) {
                    merged.remove(property.getKey());
                } else {
                    merged.put(property.getKey(), property.getValue().asText());
                }
            });
            if (merged.isEmpty()) {
                entry.remove(field);
            } else {
                entry.set(field, merged);
            }
        }
        for (String field : List.of("description", "starred", "contentRestrictions")) {
            if (body.hasNonNull(field)) {
                entry.set(field, body.get(field));
            }
        }
    }

    /**
     * Copies name, properties and content, not permissions. Without a name it is {@code Copy of …} [REC]; without parents it
     * lies where the source lies, if the caller may write there [DISC].
     */
    ApiResponse copy(Call call) {
        JsonNode body = call.request().json();
        var mask = FileJson.mask(call.request().query().get("fields"), "");
        try (Transaction tx = core.store().write()) {
            ObjectNode source = core.entry(tx, call);
            if (!source.get("mimeType").asText().equals(FileEntries.SPREADSHEET)) {
                throw ApiException.drive(403, "cannotCopyFile", "This file cannot be copied by the user.");
            }
            if (body.hasNonNull("id")) {
                throw ApiException.drive(400, "invalid", "The provided file ID is not usable.");
            }
            String id = core.newFileId().get();
            String name = body.hasNonNull("name")
                    ? body.get("name").asText()
                    : "Copy of " + source.get("name").asText();
            ObjectNode entry = FileEntries.create(
                    id, name, FileEntries.SPREADSHEET, core.clock().instant());
            for (String field : List.of("appProperties", "properties", "description")) {
                if (source.has(field)) {
                    entry.set(field, source.get(field).deepCopy());
                }
            }
            place(tx, call, entry, body.hasNonNull("parents") ? body.get("parents") : inherited(tx, call, source));
            properties(entry, body);
            core.spreadsheets()
                    .copy(
                            tx,
                            source.get("id").asText(),
                            id,
                            name,
                            call.principal().email());
            tx.putFile(id, entry);
            ObjectNode json = core.json(tx, call).of(entry);
            tx.commit();
            return ApiResponse.json(mask.apply(json));
        }
    }

    private static JsonNode inherited(Transaction tx, Call call, ObjectNode source) {
        JsonNode parents = source.path("parents");
        boolean writable = parents.size() == 1
                && tx.file(parents.get(0).asText())
                        .map(folder ->
                                FileEntries.role(tx, call.principal(), folder).canWrite())
                        .orElse(false);
        return writable ? parents : JsonNodeFactory.instance.arrayNode();
    }

    ApiResponse update(Call call) {
        JsonNode body = call.request().json();
        var mask = FileJson.mask(call.request().query().get("fields"), "");
        try (Transaction tx = core.store().write()) {
            ObjectNode before = core.entry(tx, call);
            String id = before.get("id").asText();
            var role = FileEntries.role(tx, call.principal(), before);
            if (!role.canWrite() || (body.has("trashed") && !role.canDelete())) {
                throw DriveCore.insufficient(id);
            }
            ObjectNode entry = FileEntries.touched(
                    before, core.clock().instant(), core.settings().get());
            properties(entry, body);
            if (body.has("trashed")) {
                entry.put("trashed", body.get("trashed").asBoolean());
                if (!before.path("trashed").asBoolean()) {
                    entry.put("trashedTime", core.clock().instant().toEpochMilli());
                }
            }
            move(tx, call, entry);
            tx.putFile(id, entry);
            if (body.hasNonNull("name")) {
                entry.put("name", body.get("name").asText());
                core.spreadsheets().rename(tx, id, body.get("name").asText());
            }
            ObjectNode json = core.json(tx, call).of(entry);
            tx.commit();
            return ApiResponse.json(mask.apply(json));
        }
    }

    private void move(Transaction tx, Call call, ObjectNode entry) {
        String add = call.request().query().get("addParents");
        String remove = call.request().query().get("removeParents");
        if (add == null && remove == null) {
            return;
        }
        ArrayNode parents = entry.withArray("parents");
        if (remove != null) {
            for (int i = parents.size() - 1; i >= 0; i--) {
                if (List.of(remove.split(",")).contains(parents.get(i).asText())) {
                    parents.remove(i);
                }
            }
        }
        if (add != null) {
            ObjectNode folder = FileEntries.forDrive(tx, call.principal(), add);
            if (!FileEntries.role(tx, call.principal(), folder).canWrite()) {
                throw DriveCore.insufficient(add);
            }
            String driveId = folder.path("isDrive").asBoolean()
                    ? add
                    : folder.path("driveId").asText("");
            parents.removeAll().add(add);
            if (driveId.isEmpty()) {
                entry.remove("driveId");
            } else {
                entry.put("driveId", driveId);
                entry.withArray("permissions").removeAll();
            }
        }
    }

    /** For good, without the trash; a folder goes with what is in it. 204 without a body [REC]. */
    ApiResponse delete(Call call) {
        try (Transaction tx = core.store().write()) {
            ObjectNode entry = core.entry(tx, call);
            if (!FileEntries.role(tx, call.principal(), entry).canDelete()) {
                throw DriveCore.insufficient(entry.get("id").asText());
            }
            remove(tx, entry.get("id").asText());
            tx.commit();
            return ApiResponse.noContent();
        }
    }

    private static void remove(Transaction tx, String id) {
        for (ObjectNode child : List.copyOf(tx.files())) {
            if (child.path("parents").path(0).asText().equals(id)) {
                remove(tx, child.get("id").asText());
            }
        }
        tx.dropSpreadsheet(id);
        tx.dropFile(id);
    }

    ApiResponse export(Call call) {
        String mimeType = call.request().query().get("mimeType");
        if (mimeType == null) {
            throw ApiException.drive(400, "required", "Required parameter: mimeType");
        }
        try (Transaction tx = core.store().read()) {
            ObjectNode entry = FileEntries.forDrive(tx, call.principal(), call.variable("fileId"));
            byte[] bytes = core.spreadsheets().export(tx, entry.get("id").asText(), mimeType);
            if (bytes.length > 10 * 1024 * 1024) {
                throw ApiException.drive(403, "exportSizeLimitExceeded", "This file is too large to be exported.");
            }
            return ApiResponse.bytes(mimeType, bytes);
        }
    }

    ApiResponse generateIds(Call call) {
        String count = call.request().query().get("count");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", "drive#generatedIds").put("space", "drive");
        ArrayNode ids = json.putArray("ids");
        int wanted = count == null ? DEFAULT_IDS : ListMethods.number(count, "count");
        if (wanted < 1 || wanted > MOST_IDS) {
            throw ApiException.drive(
                    400,
                    "invalidParameter",
                    "Invalid value '" + wanted + "'. Values must be within the range: [1, 1000]");
        }
        for (int i = 0; i < wanted; i++) {
            ids.add(core.newFileId().get());
        }
        return ApiResponse.json(json);
    }

    ApiResponse comments(Call call) {
        try (Transaction tx = core.store().read()) {
            FileEntries.forDrive(tx, call.principal(), call.variable("fileId"));
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", "drive#commentList");
            json.putArray("comments");
            String fields = call.request().query().get("fields");
            return ApiResponse.json(
                    dev.sheetway.emulator.proto.FieldMask.parse(fields).apply(json));
        }
    }
}
