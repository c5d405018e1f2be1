package dev.sheetway.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where archives lie. A mark in it tells that it is the one, also when the last archive has gone: where a disk is missing,
 * its mount point is an empty directory.
 */
record ArchiveDirectory(Path path) {
    private static final String MARK = ".sheetway-archives";

    /** Once more is the same as once. */
    void mark() {
        try {
            Files.createFile(path.resolve(MARK));
        } catch (FileAlreadyExistsException marked) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By its mark, or by an archive: earlier releases left no mark. */
    boolean isTheOne() throws IOException {
        if (Files.exists(path.resolve(MARK))) {
            return true;
        }
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(path, "*.jsonl.gz")) {
            return archives.iterator().hasNext();
        }
    }
}
