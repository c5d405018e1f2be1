package dev.sheetway.cli.report;

import dev.sheetway.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the four files of a report; those that are there are replaced. */
public final class ReportWriter {
    private ReportWriter() {}

    /** The files, in a directory that is made when it is missing. */
    public static List<Path> write(Report report, Path dir) throws IOException {
        Files.createDirectories(dir);
        return List.of(
                Files.writeString(
                        dir.resolve("verification_report.json"),
                        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(VerificationReport.of(report))
                                + "\n"),
                Files.writeString(dir.resolve("final_test_results.txt"), TestResults.of(report)),
                Files.writeString(dir.resolve("smoke.junit.xml"), SmokeJunitXml.of(report)),
                Files.writeString(dir.resolve("report.html"), HtmlReport.of(report)));
    }
}
