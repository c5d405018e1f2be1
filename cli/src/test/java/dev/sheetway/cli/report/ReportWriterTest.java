package dev.sheetway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.Journals;
import dev.sheetway.cli.evidence.EvidenceFinder;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.wire.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ReportWriterTest {
    @TempDir
    Path dir;

    @Test
    void theVerificationReportHasExactlyTheShapeOfTheContract() throws Exception {
        JsonNode json = write(Journals.rolledBackByItself("sheet", "emulator").view());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "migrationId", "spreadsheetId", "source", "success", "checks_passed", "checks_total", "checks");
        assertThat(json.path("success").booleanValue()).isFalse();
        assertThat(json.path("checks_passed").intValue()).isEqualTo(4);
        assertThat(json.path("checks").get(4).toString())
                .isEqualTo("{\"id\":\"initial_values\",\"passed\":false,\"expected\":\"5 rows\",\"actual\":\"4 rows\","
                        + "\"differences\":[{\"row\":7,\"column\":\"version\",\"kind\":\"not-a-number\"}]}");
    }

    @Test
    void aMigrationThatWasNeverVerifiedIsNoSuccess() throws Exception {
        JsonNode json = write(Journals.live("sheet", "emulator").opened().view());

        assertThat(json.path("success").booleanValue()).isFalse();
        assertThat(json.path("checks_total").intValue()).isZero();
    }

    @Test
    void theTestResultsEndWithTheirSum() throws Exception {
        write(Journals.complete("sheet", "emulator").view());

        assertThat(Files.readAllLines(dir.resolve("final_test_results.txt")).getLast())
                .isEqualTo("2 passed, 0 failed, 0 skipped");
    }

    @Test
    void assertionsThatHadNoTurnAreSkippedAndNeverPassed() throws Exception {
        write(Journals.rolledBackByItself("sheet", "emulator").view());

        assertThat(Files.readAllLines(dir.resolve("final_test_results.txt")).getLast())
                .isEqualTo("1 passed, 0 failed, 2 skipped");
        var xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(dir.resolve("smoke.junit.xml")))));
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    }

    @Test
    void theHtmlPageShowsTheHeaderBeforeAndAfterAndNothingInItIsMarkup() throws Exception {
        write(Journals.complete("sheet", "emulator").view());

        String html = Files.readString(dir.resolve("report.html"));
        assertThat(html)
                .contains("Header before: 2 columns")
                .contains("Header after expand: 3 columns")
                .contains("<li class=\"new\">version</li>")
                .contains("<li>&lt;b&gt;Armador</li>")
                .doesNotContain("<b>Armador")
                .contains("sheetway.journal-4@112")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    private JsonNode write(MigrationView migration) throws Exception {
        Report report = new Report(migration, new EvidenceFinder(migration, List.of()).find(), Optional.of("10 calls"));
        ReportWriter.write(report, dir);
        return Json.mapper().readTree(Files.readString(dir.resolve("verification_report.json")));
    }
}
