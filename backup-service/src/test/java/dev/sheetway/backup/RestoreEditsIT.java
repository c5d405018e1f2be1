package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Restored;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.restore.Restoration.Portion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who go on typing while a restore of several batches is under way. */
class RestoreEditsIT {
    private static final int ORDERS = 11;
    private static final String BATCH = "sheets.spreadsheets.batchUpdate";
    private static final Portion SMALL_BATCHES = new Portion(1_000, 100_000);

    @TempDir
    private static Path directory;

    private static BackupBench bench;

    private SpreadsheetId sheet;
    private byte[] before;

    @BeforeAll
    static void startEmulator() {
        bench = new BackupBench(directory);
    }

    @AfterAll
    static void stopEmulator() {
        bench.close();
    }

    @BeforeEach
    void importSheet() {
        sheet = Orders.importInto(bench.emulator.admin());
        before = bench.export(sheet);
    }

    @AfterEach
    void reset() {
        bench.reset();
    }

    private void fault(String when, IntFunction<String> edit, int... batches) {
        bench.emulator
                .admin()
                .faults(IntStream.of(batches)
                        .mapToObj(nth -> "{\"method\":\"" + BATCH + "\",\"nth\":" + nth + ",\"when\":\"" + when
                                + "\",\"kind\":\"userEdit\",\"edit\":"
                                + edit.apply(nth).replace('\'', '"') + "}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    /** So that everything below differs. */
    private void deleteARow() {
        bench.person.edit(
                sheet, "{'deleteDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':1,'endIndex':2}}}");
    }

    private static String typing(int row, String text) {
        return "{\"requests\":[{\"updateCells\":{\"start\":{\"sheetId\":" + ORDERS + ",\"rowIndex\":" + row
                + ",\"columnIndex\":1},\"fields\":\"userEnteredValue\",\"rows\":[{\"values\":[{\"userEnteredValue\":"
                + "{\"stringValue\":\"" + text + "\"}}]}]}}]}";
    }

    @Test
    void whatSomebodyTypesIntoACellOfALaterBatchIsKeptBeforeItIsOverwritten() throws IOException {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        deleteARow();
        fault("after", nth -> typing(60, "typed meanwhile"), 1);
        // When
        Restored restored = bench.restore(sheet, backup, "{}", 1, SMALL_BATCHES);
        // Then
        bench.assertRestored(before, sheet);
        List<String> copies = restored.rewritten().orElseThrow().before();
        assertThat(copies).hasSizeGreaterThan(1);
        String kept = copies.getLast().substring("spreadsheet ".length());
        assertThat(bench.text(new SpreadsheetId(kept), 60, 1)).isEqualTo("typed meanwhile");
    }

    @Test
    void whatSomebodyTypesBetweenTwoRoundsIsKeptBeforeItIsOverwritten() throws IOException {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        deleteARow();
        fault("after", nth -> Orders.edit("typed meanwhile"), 1);
        // When
        Restored restored = bench.restore(sheet, backup, "{}", 1);
        // Then
        bench.assertRestored(before, sheet);
        List<String> copies = restored.rewritten().orElseThrow().before();
        assertThat(copies).hasSize(2);
        String kept = copies.getLast().substring("spreadsheet ".length());
        assertThat(bench.text(new SpreadsheetId(kept), 1, 1)).isEqualTo("typed meanwhile");
    }

    @Test
    void rowsThatGoInTheInstantOfABatchAreMadeAgain() throws IOException {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        deleteARow();
        String rowsGo =
                "{\"requests\":[{\"deleteDimension\":{\"range\":{\"sheetId\":11,\"dimension\":\"ROWS\",\"startIndex\":5}}}]}";
        fault("before", nth -> rowsGo, 2);
        // When
        bench.restore(sheet, backup, "{}", 1, SMALL_BATCHES);
        // Then
        bench.assertRestored(before, sheet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'deleteDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':5}}}",
                "{'deleteSheet':{'sheetId':11}}",
            })
    void whatGoesBetweenTwoBatchesIsMadeAgain(String edit) throws IOException {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        deleteARow();
        fault("after", nth -> "{'requests':[" + edit + "]}", 2);
        // When
        bench.restore(sheet, backup, "{}", 1, SMALL_BATCHES);
        // Then
        bench.assertCells(before, sheet);
    }

    @Test
    void pausesWhenSomebodyNeverStops() {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        deleteARow();
        fault(
                "after",
                nth -> typing(60, "typed " + nth),
                IntStream.rangeClosed(1, 40).toArray());
        // When
        GatewayException busy = catchThrowableOfType(
                GatewayException.class, () -> bench.restore(sheet, backup, "{}", 1, SMALL_BATCHES));
        // Then
        assertThat(busy.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(busy.failure().code()).isEqualTo("edited-while-restoring");
    }

    @Test
    void roundsOfFewCellsPauseWhenWhatDiffersNeverGetsLess() {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        deleteARow();
        String anotherRow =
                "{'requests':[{'insertDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':1,'endIndex':2}}}]}";
        fault("after", nth -> anotherRow, IntStream.rangeClosed(1, 40).toArray());
        // When
        GatewayException busy = catchThrowableOfType(
                GatewayException.class, () -> bench.restore(sheet, backup, "{}", 1, new Portion(1_000_000, 20)));
        // Then
        assertThat(busy.failure().code()).isEqualTo("edited-while-restoring");
    }

    @Test
    void whatRefusesTheEndIsTold() {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        bench.emulator
                .admin()
                .faults(IntStream.rangeClosed(1, 40)
                        .mapToObj(nth -> "{\"method\":\"" + BATCH + "\",\"nth\":" + nth
                                + ",\"when\":\"before\",\"kind\":\"status\",\"status\":400}")
                        .collect(Collectors.joining(",", "[", "]")));
        // When
        GatewayException refused =
                catchThrowableOfType(GatewayException.class, () -> bench.restore(sheet, backup, "{}", 1));
        // Then
        assertThat(refused.failure().code()).isEqualTo("bad-request");
    }

    @Test
    void roundsOfFewCellsComeToTheSameEndWithOneCopy() throws IOException {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        deleteARow();
        // When
        Restored restored = bench.restore(sheet, backup, "{}", 1, new Portion(1_000_000, 20));
        // Then
        bench.assertRestored(before, sheet);
        assertThat(restored.rewritten().orElseThrow().before()).hasSize(1);
        assertThat(restored.cells()).isEqualTo(Orders.CELLS);
    }
}
