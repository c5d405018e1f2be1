package dev.sheetway.backup;

import dev.sheetway.backup.planner.Route;
import dev.sheetway.workspace.GatewayException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a spreadsheet as it stands, before a restore overwrites it: where the plan wants its backups. Without room in
 * Drive an archive is enough, whatever the plan says: somebody waits for the restore, and nothing is lost.
 */
final class Kept {
    private static final String NO_STORAGE = "storage-quota-exceeded";

    private final SnapshotReader snapshots;
    private final DriveBackup drive;
    private final ArchiveBackup archive;

    Kept(SnapshotReader snapshots, DriveBackup drive, ArchiveBackup archive) {
        this.snapshots = snapshots;
        this.drive = drive;
        this.archive = archive;
    }

    /** @return the places, for people */
    List<String> keep(Order order) {
        Route route = Route.of(order.plan().backup());
        Snapshot original = snapshots.original(order);
        List<String> places = new ArrayList<>();
        if (route.copies()) {
            copy(order, original, places);
        }
        if (route.archives() || places.isEmpty()) {
            places.add("archive "
                    + archive.make(order, original.workbook()).archive().file());
        }
        return places;
    }

    private void copy(Order order, Snapshot original, List<String> places) {
        try {
            places.add("spreadsheet " + drive.make(order, original).file().id());
        } catch (GatewayException e) {
            if (!e.failure().code().equals(NO_STORAGE)) {
                throw e;
            }
        }
    }
}
