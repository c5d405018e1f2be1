package dev.sheetway.backup;

import dev.sheetway.backup.RemovalStep.Found;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.archive.ArchiveHeader;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.archive.DamagedArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes archives of one directory, and nothing else. */
final class DeletedArchives {
    private final Path directory;

    DeletedArchives(Path directory) {
        this.directory = directory;
    }

    /**
     * @param effect that made the archive, as its first line says
     * @throws StepFailedException when it stays where it is
     */
    Found remove(Path file, SpreadsheetId spreadsheet, String effect) {
        if (!Files.isDirectory(directory)) {
            throw stays(
                    FailureClass.PAUSE,
                    "archive-dir-missing",
                    file,
                    "directory \"" + directory + "\" is not there: a disk may be missing; correct"
                            + " sheetway.backup.archive-dir; it is tried again");
        }
        try {
            return isThere(file) ? delete(file, spreadsheet, effect) : absent(file);
        } catch (IOException | UncheckedIOException e) {
            throw stays(
                    FailureClass.PAUSE,
                    "archive-not-removed",
                    file,
                    e.getMessage() + "; correct its permissions or those of the directory; it is tried again");
        }
    }

    /** Only that there is no such file says so; any other trouble says that this service cannot look. */
    private static boolean isThere(Path file) throws IOException {
        try {
            var unused = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** What is missing elsewhere may lie where this service cannot look, and what is missing here on another disk. */
    private Found absent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent) || !isInside(parent.toRealPath())) {
            throw outside(file);
        }
        if (!new ArchiveDirectory(directory).isTheOne()) {
            throw stays(
                    FailureClass.PAUSE,
                    "archive-not-visible",
                    file,
                    "directory \"" + directory
                            + "\" holds no archive at all: a disk may be missing; mount it or correct"
                            + " sheetway.backup.archive-dir; it is tried again");
        }
        return Found.GONE;
    }

    private Found delete(Path file, SpreadsheetId spreadsheet, String effect) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isInside(file.toRealPath())) {
            throw outside(file);
        }
        ArchiveHeader header = header(file);
        if (!header.spreadsheetId().equals(spreadsheet) || !header.effect().equals(effect)) {
            throw stays(
                    FailureClass.FAILED,
                    "not-the-backup",
                    file,
                    "it says that it was made of spreadsheet \"" + header.spreadsheetId() + "\" by \""
                            + header.effect() + "\": expected \"" + spreadsheet + "\" and \"" + effect
                            + "\"; look at it, and remove it yourself if it must go");
        }
        new ArchiveDirectory(directory).mark();
        Files.delete(file);
        return Found.REMOVED;
    }

    private static ArchiveHeader header(Path file) {
        try {
            return ArchiveReader.header(file);
        } catch (DamagedArchive damaged) {
            throw stays(
                    FailureClass.FAILED,
                    "not-the-backup",
                    file,
                    damaged.getMessage() + "; look at it, and remove it yourself if it must go");
        }
    }

    private boolean isInside(Path real) throws IOException {
        return real.startsWith(directory.toRealPath());
    }

    private StepFailedException outside(Path file) {
        return stays(
                FailureClass.FAILED,
                "outside-archive-dir",
                file,
                "it is no file of directory \"" + directory
                        + "\" (sheetway.backup.archive-dir); remove it yourself if it must go");
    }

    private static StepFailedException stays(FailureClass failureClass, String code, Path file, String why) {
        return new StepFailedException(
                Failure.of(failureClass, code, "archive \"" + file + "\" is not removed: " + why));
    }
}
