package dev.sheetway.emulator.drive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.emulator.http.ApiException;
import dev.sheetway.emulator.http.ApiResponse;
import dev.sheetway.emulator.http.Call;
import dev.sheetway.emulator.proto.FieldMask;
import dev.sheetway.emulator.store.Transaction;
import java.util.List;

/** {@code permissions.create}, {@code list}, {@code get}, {@code update}, {@code delete}. */
final class Permissions {

    private static final List<String> ROLES = List.of("writer", "commenter", "reader", "organizer", "fileOrganizer");

    private final DriveCore core;

    Permissions(DriveCore core) {
        this.core = core;
    }

    static ObjectNode json(ObjectNode permission) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", "drive#permission");
        json.setAll(permission);
        return json.put("deleted", false).put("pendingOwner", false);
    }

    /** Without a mask Drive shows kind, id, type and role [REC for files; KNOW here]. */
    private static FieldMask mask(Call call) {
        String fields = call.request().query().get("fields");
        return FieldMask.parse(fields == null ? "kind,id,type,role" : fields);
    }

    ApiResponse create(Call call) {
        JsonNode body = call.request().json();
        String role = body.path("role").asText();
        String type = body.path("type").asText();
        if (role.equals("owner")) {
            throw ApiException.notEmulated("a change of owner");
        }
        if (!ROLES.contains(role)
                || !List.of("user", "group", "anyone", "domain").contains(type)) {
            throw ApiException.drive(400, "invalidSharingRequest", "Bad Request. User message: \"\"");
        }
        try (Transaction tx = core.store().write()) {
            ObjectNode entry = editable(tx, call);
            String email = body.path("emailAddress").asText();
            String id = type.equals("anyone") ? "anyoneWithLink" : FileEntries.permissionId(email);
            ObjectNode permission = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", id)
                    .put("type", type)
                    .put("role", role);
            if (!email.isEmpty()) {
                permission.put("emailAddress", email);
            }
            remove(entry, id);
            entry.withArray("permissions").add(permission);
            tx.putFile(entry.get("id").asText(), entry);
            tx.commit();
            return ApiResponse.json(mask(call).apply(json(permission)));
        }
    }

    private ObjectNode editable(Transaction tx, Call call) {
        ObjectNode entry = core.entry(tx, call);
        if (!FileEntries.role(tx, call.principal(), entry).canWrite()) {
            throw DriveCore.insufficient(entry.get("id").asText());
        }
        return entry.deepCopy();
    }

    private static void remove(ObjectNode entry, String permissionId) {
        ArrayNode permissions = entry.withArray("permissions");
        for (int i = permissions.size() - 1; i >= 0; i--) {
            if (permissions.get(i).get("id").asText().equals(permissionId)) {
                permissions.remove(i);
            }
        }
    }

    private static ObjectNode find(ObjectNode entry, String permissionId) {
        for (JsonNode permission : entry.path("permissions")) {
            if (permission.get("id").asText().equals(permissionId)) {
                return (ObjectNode) permission;
            }
        }
        throw ApiException.drive(404, "notFound", "Permission not found: " + permissionId + ".");
    }

    ApiResponse list(Call call) {
        try (Transaction tx = core.store().read()) {
            ObjectNode entry = core.entry(tx, call);
            if (!FileEntries.role(tx, call.principal(), entry).canWrite()) {
                throw DriveCore.insufficient(entry.get("id").asText());
            }
            String fields = call.request().query().get("fields");
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", "drive#permissionList");
            ArrayNode list = json.putArray("permissions");
            entry.path("permissions").forEach(permission -> list.add(json((ObjectNode) permission)));
            FieldMask mask = FieldMask.parse(fields == null ? "kind,permissions(kind,id,type,role)" : fields);
            return ApiResponse.json(mask.apply(json));
        }
    }

    ApiResponse get(Call call) {
        try (Transaction tx = core.store().read()) {
            ObjectNode permission = find(core.entry(tx, call), call.variable("permissionId"));
            return ApiResponse.json(mask(call).apply(json(permission)));
        }
    }

    ApiResponse update(Call call) {
        String role = call.request().json().path("role").asText();
        if (!ROLES.contains(role)) {
            throw ApiException.notEmulated("permissions.update to the role \"" + role + "\"");
        }
        try (Transaction tx = core.store().write()) {
            ObjectNode entry = editable(tx, call);
            ObjectNode permission = find(entry, call.variable("permissionId")).put("role", role);
            tx.putFile(entry.get("id").asText(), entry);
            tx.commit();
            return ApiResponse.json(mask(call).apply(json(permission)));
        }
    }

    ApiResponse delete(Call call) {
        try (Transaction tx = core.store().write()) {
            ObjectNode entry = editable(tx, call);
            ObjectNode permission = find(entry, call.variable("permissionId"));
            if (permission.get("role").asText().equals("owner")) {
                throw DriveCore.insufficient(entry.get("id").asText());
            }
            remove(entry, permission.get("id").asText());
            tx.putFile(entry.get("id").asText(), entry);
            tx.commit();
            return ApiResponse.noContent();
        }
    }
}
