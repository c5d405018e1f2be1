package dev.sheetway.emulator.drive;

import static dev.sheetway.emulator.access.Scope.DRIVE;
import static dev.sheetway.emulator.access.Scope.DRIVE_FILE;
import static dev.sheetway.emulator.access.Scope.DRIVE_READONLY;

import dev.sheetway.emulator.access.Scope;
import dev.sheetway.emulator.http.Route;
import dev.sheetway.emulator.http.Service;
import java.util.List;
import java.util.Set;

/** The emulated methods of the Drive API with their scopes [DISC]. */
public final class DriveRoutes {

    private static final Set<Scope> FULL = Set.of(DRIVE, DRIVE_FILE);
    private static final Set<Scope> READ = Set.of(DRIVE, DRIVE_FILE, DRIVE_READONLY);
    private static final Set<Scope> DRIVES_READ = Set.of(DRIVE, DRIVE_READONLY);

    private DriveRoutes() {}

    public static List<Route> of(DriveCore core) {
        FilesMethods files = new FilesMethods(core);
        ListMethods lists = new ListMethods(core);
        Permissions permissions = new Permissions(core);
        SharedDrives drives = new SharedDrives(core);
        return List.of(
                route("files.generateIds", false, FULL, "GET", "files/generateIds", files::generateIds),
                route("files.list", false, READ, "GET", "files", lists::list),
                route("files.create", true, FULL, "POST", "files", files::create),
                route("files.get", false, READ, "GET", "files/{fileId}", files::get),
                route("files.update", true, FULL, "PATCH", "files/{fileId}", files::update),
                route("files.delete", true, FULL, "DELETE", "files/{fileId}", files::delete),
                route("files.copy", true, FULL, "POST", "files/{fileId}/copy", files::copy),
                route("files.export", false, READ, "GET", "files/{fileId}/export", files::export),
                route("comments.list", false, READ, "GET", "files/{fileId}/comments", files::comments),
                route("permissions.list", false, READ, "GET", "files/{fileId}/permissions", permissions::list),
                route("permissions.create", true, FULL, "POST", "files/{fileId}/permissions", permissions::create),
                route(
                        "permissions.get",
                        false,
                        READ,
                        "GET",
                        "files/{fileId}/permissions/{permissionId}",
                        permissions::get),
                route(
                        "permissions.update",
                        true,
                        FULL,
                        "PATCH",
                        "files/{fileId}/permissions/{permissionId}",
                        permissions::update),
                route(
                        "permissions.delete",
                        true,
                        FULL,
                        "DELETE",
                        "files/{fileId}/permissions/{permissionId}",
                        permissions::delete),
                route("drives.list", false, DRIVES_READ, "GET", "drives", drives::list),
                route("drives.create", true, Set.of(DRIVE), "POST", "drives", drives::create),
                route("drives.get", false, DRIVES_READ, "GET", "drives/{driveId}", drives::get));
    }

    private static Route route(
            String name, boolean write, Set<Scope> scopes, String method, String path, Route.Handler handler) {
        return new Route(
                Service.DRIVE,
                "drive." + name,
                write,
                scopes,
                method,
                List.of(("drive/v3/" + path).split("/")),
                handler);
    }
}
