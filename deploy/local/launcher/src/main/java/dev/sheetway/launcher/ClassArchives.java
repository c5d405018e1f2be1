package dev.sheetway.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's archives of loaded classes (AppCDS), one for each part, JDK and set of jars: a start with one takes about
 * half the processor time. They stand below {@code target}, so that {@code clean} removes them.
 *
 * <p>A JVM that finds a damaged archive runs without any, even its own, and does not mend it. Therefore a process
 * writes a new one elsewhere, and only a whole one is put in its place.
 */
final class ClassArchives {
    private final Path dir;

    ClassArchives(Path target) {
        this.dir = target.resolve("class-archives").resolve("jdk-" + Runtime.version());
    }

    /** Options for a process that reads its archive; none where there is none. What is wrong with one stays unsaid. */
    List<String> reading(Part part, Path jars) {
        Path archive = archive(part, jars);
        return isWhole(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:all=error") : List.of();
    }

    /** Options for a process that reads its archive, or writes {@code fresh} at an orderly end where there is none. */
    List<String> recording(Part part, Path jars, Path fresh) {
        List<String> reading = reading(part, jars);
        return reading.isEmpty() ? List.of("-XX:ArchiveClassesAtExit=" + fresh, "-Xlog:all=error") : reading;
    }

    /** Keeps what an ended process wrote, when it is whole. That it cannot be kept costs nobody more than time. */
    void keep(Part part, Path jars, Path fresh) {
        if (!isWhole(fresh)) {
            return;
        }
        try {
            Path archive = archive(part, jars);
            Files.createDirectories(dir);
            Path copy = Files.createTempFile(dir, part.wireName(), ".new");
            try {
                Files.move(fresh, copy, StandardCopyOption.REPLACE_EXISTING);
                if (isWhole(copy)) { // again: a second process of the part may write under the same name
                    removeOld(part);
                    Files.move(copy, archive, StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException | UncheckedIOException notKept) { // jars that are built anew meanwhile among them
            return;
        }
    }

    /** The JVM writes the header last. */
    private static boolean isWhole(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.read() > 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private void removeOld(Part part) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            for (Path old : files.filter(file -> file.getFileName().toString().startsWith(part.wireName() + "-"))
                    .toList()) {
                Files.deleteIfExists(old);
            }
        }
    }

    private Path archive(Part part, Path jars) {
        return dir.resolve(part.wireName() + "-" + digest(jars) + ".jsa");
    }

    /** Of names, sizes and times, which is what the JVM compares too. */
    private static String digest(Path jars) {
        try (Stream<Path> files = Files.walk(jars)) {
            return Digest.of(files.filter(Files::isRegularFile)
                    .sorted()
                    .map(ClassArchives::described)
                    .toList()
                    .toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String described(Path file) {
        return file + " " + file.toFile().length() + " " + file.toFile().lastModified();
    }
}
