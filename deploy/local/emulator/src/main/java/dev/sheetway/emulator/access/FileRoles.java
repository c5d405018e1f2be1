package dev.sheetway.emulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a principal may do with a file entry: its own permissions, and those of its shared drive. */
public final class FileRoles {

    private static final Set<Scope> SEE_ALL =
            Set.of(Scope.SPREADSHEETS, Scope.SPREADSHEETS_READONLY, Scope.DRIVE, Scope.DRIVE_READONLY);

    private FileRoles() {}

    /** The strongest role; {@code lookup} finds the entry of the shared drive. */
    public static Role of(Principal principal, ObjectNode entry, Function<String, Optional<ObjectNode>> lookup) {
        Role own = strongest(principal.email(), entry.path("permissions"));
        String driveId = entry.path("driveId").asText("");
        if (driveId.isEmpty()) {
            return own;
        }
        Role member = lookup.apply(driveId)
                .map(drive -> strongest(principal.email(), drive.path("permissions")))
                .orElse(Role.NONE);
        return own.compareTo(member) >= 0 ? own : member;
    }

    private static Role strongest(String email, JsonNode permissions) {
        Role strongest = Role.NONE;
        for (JsonNode permission : permissions) {
            boolean meant = permission.path("type").asText().equals("anyone")
                    || permission.path("emailAddress").asText().equalsIgnoreCase(email);
            Role role = Role.of(permission.path("role").asText());
            if (meant && role.compareTo(strongest) > 0) {
                strongest = role;
            }
        }
        return strongest;
    }

    /** Whether a token that sees only its application's files sees this one in the Sheets API. */
    public static boolean sheetsScopeReaches(Principal principal, ObjectNode entry) {
        return principal.hasAny(SEE_ALL) || isOfApp(principal, entry);
    }

    /** Whether a token sees this file in Drive: {@code drive.file} sees only what its application made [L3P]. */
    public static boolean driveScopeReaches(Principal principal, ObjectNode entry) {
        return !principal.seesOwnFilesOnly() || isOfApp(principal, entry);
    }

    private static boolean isOfApp(Principal principal, ObjectNode entry) {
        for (JsonNode user : entry.path("appUsers")) {
            if (user.asText().equals(principal.email())) {
                return true;
            }
        }
        return false;
    }
}
