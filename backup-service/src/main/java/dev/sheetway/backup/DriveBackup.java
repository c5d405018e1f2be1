package dev.sheetway.backup;

import dev.sheetway.backup.planner.CellImage.Column;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.BackupDrive.DriveFile;
import dev.sheetway.workspace.GatewayException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A copy in Drive that is proven to be what the original was.
 *
 * <p>Phases, for at most three copies:
 * <ol>
 *   <li>the copy: of a migration's backup one that an earlier attempt made and could not report, else a new one;
 *   <li>its cells, compared with the first reading of the original (L1): equal means accepted;
 *   <li>otherwise the original is read again (L2), because people may be typing: every cell of the copy must be as L1 or
 *       as L2 has it. If not, L2 becomes L1 and the next copy is made.
 * </ol>
 * Failure modes: the answer to the copying is lost: the exception passes on as UNKNOWN, and the next attempt finds the
 * copy by its property. A copy that is not accepted stays where it is, marked with the migration and the effect; it never
 * wins, because the backup of a migration is the one that its event names. The original changed shape meanwhile: the copy
 * is not accepted. A tab or a row that was added after L1 is in the copy but not compared.
 */
final class DriveBackup {
    static final String MIGRATION = "sheetwayMigration";
    static final String EFFECT = "sheetwayEffect";
    private static final int MOST_COPIES = 3;
    /** A listing may lag behind the copying; by how much Google does not say. */
    private static final List<Duration> LOOKS = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));

    /** Codes that say: this is no copy of what was read. Not found: a listing showed a file that is gone. */
    private static final Set<String> OTHER_SHAPE = Set.of("outside-grid", "unknown-tab", "tab-renamed", "not-found");

    /** An accepted copy. */
    record Accepted(DriveFile file, Snapshot snapshot) {}

    private final BackupDrive drive;
    private final SnapshotReader snapshots;
    private final Optional<String> defaultFolder;
    private final InstantSource clock;
    private final Waiting waiting;

    DriveBackup(
            BackupDrive drive,
            SnapshotReader snapshots,
            Optional<String> defaultFolder,
            InstantSource clock,
            Waiting waiting) {
        this.drive = drive;
        this.snapshots = snapshots;
        this.defaultFolder = defaultFolder;
        this.clock = clock;
        this.waiting = waiting;
    }

    /** @param original the first reading, L1 */
    Accepted make(Order order, Snapshot original) {
        Snapshot before = original;
        Optional<DriveFile> earlier = order.mayTakeAnEarlierCopy() ? find(order) : Optional.empty();
        for (int copies = 1; copies <= MOST_COPIES; copies++) {
            DriveFile file = copies == 1 && earlier.isPresent() ? earlier.get() : copy(order, before);
            Optional<Snapshot> copy = read(file, before, order);
            if (copy.isPresent()
                    && copy.get().image().differingFrom(before.image()).isEmpty()) {
                return new Accepted(file, accepted(copy.get(), before));
            }
            Snapshot after = snapshots.original(order);
            if (copy.isPresent() && copy.get().image().liesBetween(before.image(), after.image())) {
                return new Accepted(file, accepted(copy.get(), before));
            }
            before = after;
        }
        throw new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                "edits-during-backup",
                MOST_COPIES + " copies of spreadsheet \"" + order.spreadsheetId()
                        + "\" differ from what stood in it before and after each of them: people or programs edit it too"
                        + " fast; nothing written to it, the copies stay in Drive; resume at a quiet moment"));
    }

    private Optional<DriveFile> find(Order order) {
        for (Duration pause : LOOKS) {
            waiting.pause(pause);
            order.progress().report("looking for an earlier copy", 0, 0, "files");
            Optional<DriveFile> newest = drive.find(EFFECT, order.effect()).stream()
                    // an original that is itself somebody's restored backup
                    .filter(file -> !file.id().equals(order.spreadsheetId()))
                    .max(Comparator.comparing(DriveFile::createdTime));
            if (newest.isPresent()) {
                return newest;
            }
        }
        return Optional.empty();
    }

    private DriveFile copy(Order order, Snapshot original) {
        order.progress().report("copying in Drive", 0, 1, "files");
        Optional<String> folder = order.plan().backup().folderId().or(() -> defaultFolder);
        try {
            return drive.copy(
                    order.spreadsheetId(),
                    order.name(original.workbook().title(), clock.instant()),
                    folder,
                    Map.of(MIGRATION, order.header().migrationId().toString(), EFFECT, order.effect()));
        } catch (GatewayException e) {
            // the original was read a moment ago, so it is the folder that is missing
            if (folder.isPresent() && e.failure().code().equals("not-found")) {
                throw noFolder(order, folder.get());
            }
            throw e;
        }
    }

    private static StepFailedException noFolder(Order order, String folder) {
        return new StepFailedException(Failure.of(
                FailureClass.FAILED,
                "backup-folder-not-found",
                "Drive folder \"" + folder + "\" for the backup of spreadsheet \"" + order.spreadsheetId()
                        + "\" does not exist or is not shared with this service; nothing written; correct"
                        + " spec.backup.folderId of the plan or sheetway.backup.folder-id, or share the folder"));
    }

    private Optional<Snapshot> read(DriveFile file, Snapshot original, Order order) {
        try {
            return Optional.of(snapshots.copy(file.id(), original.workbook(), order));
        } catch (GatewayException e) {
            if (OTHER_SHAPE.contains(e.failure().code())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The copy, with the original's digests for the columns in which nothing differs: what formulas show may be an error
     * in a copy alone, and later checks compare with the original.
     */
    private static Snapshot accepted(Snapshot copy, Snapshot original) {
        Set<Column> differing = copy.image().differingFrom(original.image());
        List<ColumnDigest> digests = IntStream.range(0, copy.tabDigests().size())
                .mapToObj(i -> differing.contains(new Column(copy.planTab().sheetId(), i))
                        ? copy.tabDigests().get(i)
                        : original.tabDigests().get(i))
                .toList();
        return new Snapshot(copy.workbook(), copy.planTab(), copy.image(), digests);
    }

    /** Waits; another one in tests. */
    @FunctionalInterface
    interface Waiting {
        void pause(Duration duration);
    }
}
