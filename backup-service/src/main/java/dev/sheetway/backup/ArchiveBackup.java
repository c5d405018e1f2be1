package dev.sheetway.backup;

import dev.sheetway.backup.planner.BackupName;
import dev.sheetway.backup.planner.CellImage;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.Archive;
import dev.sheetway.workspace.archive.ArchiveHeader;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.archive.ArchiveWriter;
import dev.sheetway.workspace.archive.DamagedArchive;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * A backup in a file of this machine, which needs no Drive storage.
 *
 * <p>Phases: the original is read once more, each row going into the file; the file gets its name; it is read back, its
 * digests are checked, and every cell must be what was read. Failure modes: a full or broken disk pauses the migration
 * and leaves at most a {@code .part} file; after a crash the next attempt writes another file, and the one that the event
 * names is the backup.
 */
final class ArchiveBackup {
    /** A verified archive and what it holds. */
    record Kept(Archive archive, Snapshot snapshot) {}

    static final String NOT_WRITTEN = "archive-not-written";

    private final SnapshotReader snapshots;
    private final Path directory;
    private final InstantSource clock;

    ArchiveBackup(SnapshotReader snapshots, Path directory, InstantSource clock) {
        this.snapshots = snapshots;
        this.directory = directory;
        this.clock = clock;
    }

    Kept make(Order order, Workbook workbook) {
        try {
            return write(order, workbook);
        } catch (UncheckedIOException e) {
            throw new StepFailedException(Failure.of(
                    FailureClass.PAUSE,
                    NOT_WRITTEN,
                    "archive of spreadsheet \"" + order.spreadsheetId() + "\" could not be written to \"" + directory
                            + "\": " + e.getMessage()
                            + "; nothing written to the spreadsheet; make room or correct sheetway.backup.archive-dir,"
                            + " then resume"));
        }
    }

    private Kept write(Order order, Workbook workbook) {
        Instant now = clock.instant();
        ArchiveHeader header = new ArchiveHeader(
                order.spreadsheetId(),
                workbook.title(),
                order.effect(),
                now,
                workbook.tabs().stream().map(ArchiveHeader.ArchivedTab::of).toList());
        String distinguisher = UUID.randomUUID().toString().substring(0, 8);
        String name = BackupName.file(order.name(workbook.title(), now), distinguisher);
        try (ArchiveWriter writer = ArchiveWriter.create(directory, name, header)) {
            new ArchiveDirectory(directory).mark();
            Snapshot snapshot = snapshots.originalAgain(order, workbook, writer);
            return new Kept(proven(writer.finish(), snapshot, order), snapshot);
        }
    }

    private static Archive proven(Archive archive, Snapshot snapshot, Order order) {
        CellImage found = new CellImage();
        try {
            ArchiveReader.read(archive.file(), found);
        } catch (DamagedArchive damaged) {
            throw different(archive, order, String.valueOf(damaged.getMessage()));
        }
        if (!found.differingFrom(snapshot.image()).isEmpty()) {
            throw different(archive, order, "cells differ from what was read");
        }
        return archive;
    }

    private static StepFailedException different(Archive archive, Order order, String how) {
        return new StepFailedException(Failure.of(
                FailureClass.PAUSE,
                "archive-not-proven",
                "archive \"" + archive.file() + "\" of spreadsheet \"" + order.spreadsheetId()
                        + "\" is not what was written to it: " + how
                        + "; nothing written to the spreadsheet; check the disk, then resume"));
    }
}
