package dev.sheetway.cli.report;

import dev.sheetway.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of a report; those that are there are replaced. */
public final class ReportWriter {
    private static final String OWNER_ALONE = "rw-------";

    private ReportWriter() {}

    /** The four files, and one for each tab with kept cells, in a directory that is made when it is missing. */
    public static List<Path> write(Report report, Path dir) throws IOException {
        Files.createDirectories(dir);
        List<Path> files = new ArrayList<>();
        files.add(Files.writeString(
                dir.resolve("verification_report.json"),
                Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(VerificationReport.of(report))
                        + "\n"));
        files.add(Files.writeString(dir.resolve("final_test_results.txt"), TestResults.of(report)));
        files.add(Files.writeString(dir.resolve("smoke.junit.xml"), SmokeJunitXml.of(report)));
        files.add(Files.writeString(dir.resolve("report.html"), HtmlReport.of(report)));
        if (report.archived() instanceof Archived.Read read) {
            for (ArchivedTab tab : read.tabs()) {
                files.add(writePrivately(dir.resolve(tab.file()), ArchivedCsv.of(tab)));
            }
        }
        return files;
    }

    /** The one kind of file with cells in it: nobody else on the machine may read it, where the file system can say so. */
    private static Path writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE)));
        }
        return Files.writeString(file, text);
    }
}
