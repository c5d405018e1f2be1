package dev.sheetway.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sheetway.cli.Journals;
import dev.sheetway.cli.evidence.EvidenceFinder;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.wire.Json;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
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
                .contains("<li class=\"new\"><span class=\"at\">C</span><span class=\"name\">version</span>"
                        + "<em>new</em></li>")
                .contains("<li><span class=\"at\">B</span><span class=\"name\">&lt;b&gt;Armador</span></li>")
                .doesNotContain("<b>Armador")
                .contains("sheetway.journal-4@112")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    /** Whatever became of a migration, its page says so in its first words and its title. */
    @Test
    void everyOutcomeIsSaidInTheFirstWords() throws Exception {
        Map<String, MigrationView> views = Map.of(
                "Completed", Journals.complete("sheet", "google").view(),
                "Rolled back", Journals.rolledBackByItself("sheet", "emulator").view(),
                "Preview", preview(),
                "Paused: a person is needed", paused(),
                "Running", Journals.live("sheet", "google").opened().view());
        for (Map.Entry<String, MigrationView> each : views.entrySet()) {
            write(each.getValue());

            String html = Files.readString(dir.resolve("report.html"));
            assertThat(html)
                    .contains("<title>" + each.getKey() + ": ")
                    .contains("<strong>" + each.getKey() + "</strong>");
        }
    }

    @Test
    void aPreviewsPageSaysThatItProvesNothing() throws Exception {
        write(preview());

        assertThat(Files.readString(dir.resolve("report.html")))
                .contains("0 of 5")
                .contains("Nothing was written")
                .contains("Header as it would be: 3 columns")
                .contains("<em>new</em>")
                .contains("no live evidence")
                .doesNotContain("td class=\"good\">yes");
    }

    /** The reference system's report told people to roll back with a literal {@code <BACKUP_ID>}. */
    @Test
    void theBackupsIdStandsInTheReport() throws Exception {
        write(Journals.rolledBackByItself("sheet", "google").view());

        assertThat(Files.readString(dir.resolve("report.html")))
                .contains("“Spools_v2.1”, spreadsheet copy, taken 2026-11-22 10:00:00 UTC, 20 cells compared")
                .doesNotContain("BACKUP_ID");
    }

    @Test
    void aRestoredMigrationsPageSaysSo() throws Exception {
        write(Journals.complete("sheet", "google")
                .rollbackStarted(Optional.of("r"))
                .restored()
                .view());

        assertThat(Files.readString(dir.resolve("report.html")))
                .contains("<strong>Restored</strong>")
                .contains("Smoke tests, schema 2.1 after the rollback");
    }

    @Test
    void aPausedMigrationsPageSaysWhyAndWhatToDo() throws Exception {
        write(paused());

        assertThat(Files.readString(dir.resolve("report.html")))
                .contains("drive-full: no room &lt;left&gt;")
                .contains("./sheetway resume ");
    }

    @Test
    void whatPeopleTypedStandsInAFileOfItsOwnThatNobodyElseMayRead() throws Exception {
        MigrationView migration =
                Journals.rolledBackByItself("sheet", "emulator").view();
        ArchivedCell typed = new ArchivedCell(3, 1, "MK-7", "version", "typed later", "typed later", "text", false);
        Archived kept = new Archived.Read(List.of(new ArchivedTab("archive", 7, List.of(typed))), List.of("other"));

        List<Path> files = ReportWriter.write(new Report(migration, List.of(), Optional.empty(), kept), dir);

        Path csv = dir.resolve("archived-columns.archive.csv");
        assertThat(files).hasSize(5).contains(csv);
        assertThat(Files.readString(csv)).contains("archive,B3,3,MK-7,version,typed later,typed later,text,no");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(dir.resolve("report.html")))
                .contains("hidden tab “archive”: 1 cell of “version”, 1 of them other than what the plan wrote")
                .contains("hidden tab “other” is gone")
                .doesNotContain("typed later");
    }

    @Test
    void aReportOfTheJournalAloneSaysThatTheHiddenTabWasNotRead() throws Exception {
        write(Journals.rolledBackByItself("sheet", "emulator").view());

        assertThat(Files.readString(dir.resolve("report.html")))
                .contains("Not read: this report is of the journal alone")
                .contains("hidden tab “archive”");
        assertThat(dir.toFile().list((folder, name) -> name.endsWith(".csv"))).isEmpty();
    }

    private static MigrationView preview() {
        Journals journal = new Journals("sheet", "google", JournalEntry.Kind.PREVIEW).accepted();
        return journal.commanded(Step.EXPAND, Direction.FORWARD)
                .add(new JournalEntry.PreviewCompleted(
                        journal.header(Optional.of(Step.EXPAND), Direction.FORWARD),
                        new StepResult.Previewed(
                                "google",
                                List.of("TAG_SPOOL", "Armador"),
                                List.of("TAG_SPOOL", "Armador", "version"),
                                List.of("insertDimension"),
                                5,
                                false)))
                .view();
    }

    private static MigrationView paused() {
        Journals journal = Journals.live("sheet", "google").opened();
        return journal.add(new JournalEntry.MigrationPaused(
                        journal.header(Optional.of(Step.BACKUP), Direction.FORWARD),
                        Optional.empty(),
                        "drive-full",
                        "no room <left>"))
                .view();
    }

    private JsonNode write(MigrationView migration) throws Exception {
        Report report = new Report(migration, new EvidenceFinder(migration, List.of()).find(), Optional.of("10 calls"));
        ReportWriter.write(report, dir);
        return Json.mapper().readTree(Files.readString(dir.resolve("verification_report.json")));
    }
}
