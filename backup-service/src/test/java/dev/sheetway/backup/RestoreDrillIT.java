package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.emulator.sample.SampleWorkbook;
import dev.sheetway.wire.Json;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.Workbook;
import dev.sheetway.workspace.archive.ArchiveHeader;
import dev.sheetway.workspace.archive.ArchiveWriter;
import dev.sheetway.workspace.restore.Backup;
import dev.sheetway.workspace.restore.Counts;
import dev.sheetway.workspace.restore.Restoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The restore drill: an archive of a whole workbook gives back every cell of it, in place after everything was wiped out,
 * and in a spreadsheet that has nothing of it. Compared are the cells as Google's API tells them (content, formats, notes,
 * rules, text runs), and the exported files.
 */
class RestoreDrillIT {
    @TempDir
    private static Path directory;

    private static BackupBench bench;

    @BeforeAll
    static void startEmulator() {
        bench = new BackupBench(directory);
    }

    @AfterAll
    static void stopEmulator() {
        bench.close();
    }

    private static byte[] workbook(String name) throws IOException {
        if (name.equals("sample")) {
            return SampleWorkbook.generate(SampleWorkbook.DEFAULT_SEED);
        }
        Path file = Path.of(System.getProperty("sheetway.shared", "../../shared"), "workbooks", name);
        assumeTrue(
                Files.isReadable(file),
                () -> "skipped: no workbook at " + file + "; set -Dsheetway.shared to its folder");
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample",
                "Ekaterinburg_IP_9.xlsx",
                "deaths.xlsx",
                "los-angeles-arrests-xlsx.xlsx",
                "utf8-sheet-names.xlsx"
            })
    void anArchiveRestoresCellForCell(String name) throws IOException {
        // Given
        SpreadsheetId sheet = TestCommands.anySpreadsheet();
        bench.emulator.admin().importWorkbook(workbook(name), "drill.xlsx", sheet.value(), "Drill");
        byte[] before = bench.export(sheet);
        Workbook book = bench.google.reader().open(sheet);
        Backup archive = Backup.archive(archive(sheet, book));
        wipeOut(sheet, book);
        SpreadsheetId blank = blank();

        // When
        Restoration.Result inPlace = restore(sheet, archive);
        Restoration.Result anew = restore(blank, archive);

        // Then
        assertThat(inPlace.cells()).isPositive().isEqualTo(anew.cells());
        assertThat(inPlace.unlike()).isZero();
        assertThat(anew.unlike()).isZero();
        bench.assertRestored(before, sheet);
        for (SpreadsheetId restored : List.of(sheet, blank)) {
            assertThat(Counts.of(
                                    bench.google.reader(),
                                    restored,
                                    bench.google.reader().open(restored),
                                    archive)
                            .differing())
                    .isZero();
        }
    }

    private Path archive(SpreadsheetId sheet, Workbook book) {
        ArchiveHeader header = new ArchiveHeader(
                sheet,
                book.title(),
                "drill",
                Instant.EPOCH,
                book.tabs().stream().map(ArchiveHeader.ArchivedTab::of).toList());
        try (ArchiveWriter writer = ArchiveWriter.create(directory, "drill-" + sheet + ".jsonl.gz", header)) {
            List<GridArea> areas = book.tabs().stream()
                    .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                    .toList();
            bench.google.reader().scanAll(sheet, areas, SheetReader.Rows.WITH_EVERYTHING, writer);
            return writer.finish().file();
        }
    }

    private static void wipeOut(SpreadsheetId sheet, Workbook book) {
        for (Workbook.Tab tab : book.tabs()) {
            bench.person.edit(
                    sheet,
                    "{'repeatCell':{'range':{'sheetId':" + tab.sheetId()
                            + "},'cell':{},'fields':'userEnteredValue,userEnteredFormat,note,dataValidation,"
                            + "textFormatRuns'}}");
        }
    }

    private static SpreadsheetId blank() {
        ObjectNode workbook = Json.mapper().createObjectNode();
        workbook.putObject("properties").put("title", "Blank").put("locale", "en_US");
        ObjectNode properties = workbook.putArray("sheets").addObject().putObject("properties");
        properties.put("sheetId", 1_999_999_999).put("title", "nothing here").put("index", 0);
        properties.putObject("gridProperties").put("rowCount", 1).put("columnCount", 1);
        SpreadsheetId id = TestCommands.anySpreadsheet();
        bench.emulator.admin().importSpreadsheet(workbook, id.value());
        return id;
    }

    private static Restoration.Result restore(SpreadsheetId sheet, Backup archive) {
        EffectId effect = new EffectId(MigrationId.of(sheet, "drill"), Step.BACKUP, Direction.ROLLBACK, 1);
        return new Restoration(
                        bench.google.writer(),
                        sheet,
                        archive,
                        (what, done, total, unit) -> {},
                        Restoration.Portion.GOOGLE)
                .run(effect, List::of);
    }
}
