package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Restored;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.Cell;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restore restores from, and what it keeps before: the backup as it was proven, the spreadsheet as it stands. */
class RestoreFromIT {
    private static final int ORDERS = 11;

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

    private static SpreadsheetId copy(BackedUp backup) {
        return new SpreadsheetId(backup.backupSpreadsheetId().orElseThrow());
    }

    @Test
    void pausesWhenSomebodyEditedTheCopyAndGoesOnWhenThatIsTakenBack() throws IOException {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        bench.person.type(copy(backup), ORDERS, 5, 1, "edited in the backup");
        bench.person.type(sheet, ORDERS, 1, 1, "somebody else");
        byte[] edited = bench.export(sheet);
        // When
        StepFailedException failed =
                catchThrowableOfType(StepFailedException.class, () -> bench.restore(sheet, backup, "{}", 1));
        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("backup-changed");
        assertThat(failed.failure().message()).contains(copy(backup).value()).doesNotContain("edited in the backup");
        bench.assertRestored(edited, sheet);
        bench.person.type(copy(backup), ORDERS, 5, 1, "customer 5");
        bench.restore(sheet, backup, "{}", 2);
        bench.assertRestored(before, sheet);
    }

    @Test
    void takesTheArchiveInsteadOfACopyThatSomebodyEdited() throws IOException {
        // Given
        BackedUp backup = bench.backUp(sheet, "{ strategy: both }");
        bench.person.type(copy(backup), ORDERS, 5, 1, "edited in the backup");
        bench.person.type(sheet, ORDERS, 1, 1, "somebody else");
        // When
        bench.restore(sheet, backup, "{ strategy: both }", 1);
        // Then
        bench.assertRestored(before, sheet);
    }

    @Test
    void refusesTheArchiveOfAnotherSpreadsheet() {
        // Given
        SpreadsheetId other = Orders.importInto(bench.emulator.admin());
        BackedUp backup = bench.backUp(other, "{ strategy: archive }");
        // When
        StepFailedException failed = catchThrowableOfType(
                StepFailedException.class, () -> bench.restore(sheet, backup, "{ strategy: archive }", 1));
        // Then
        assertThat(failed.failure().code()).isEqualTo("backup-unreadable");
        assertThat(failed.failure().message()).contains("is one of spreadsheet \"" + other + "\"");
    }

    @Test
    void anAttemptThatGoesOnKeepsNotesThatSomebodyWroteSinceTheLastOne() {
        // Given
        BackedUp backup = bench.backUp(sheet, "{}");
        bench.person.type(sheet, ORDERS, 1, 1, "somebody else");
        bench.emulator
                .admin()
                .faults("[{\"method\":\"sheets.spreadsheets.batchUpdate\",\"nth\":1,\"when\":\"before\","
                        + "\"kind\":\"status\",\"status\":503}]");
        GatewayException crash =
                catchThrowableOfType(GatewayException.class, () -> bench.restore(sheet, backup, "{}", 1));
        bench.reset();
        bench.person.edit(
                sheet,
                "{'updateCells':{'start':{'sheetId':11,'rowIndex':3,'columnIndex':1},'fields':'note',"
                        + "'rows':[{'values':[{'note':'written since'}]}]}}");
        // When
        Restored restored = bench.restore(sheet, backup, "{}", 2);
        // Then
        assertThat(crash.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
        String kept = restored.rewritten().orElseThrow().before().getLast().substring("spreadsheet ".length());
        assertThat(look(new SpreadsheetId(kept), 3, 1))
                .hasValueSatisfying(look -> assertThat(look).contains("written since"));
    }

    private static Optional<String> look(SpreadsheetId id, int row, int column) {
        List<Cell> found = new ArrayList<>();
        bench.google
                .reader()
                .scanAll(
                        id,
                        List.of(new GridArea(ORDERS, row, row + 1, column, column + 1)),
                        SheetReader.Rows.WITHOUT_RESULTS,
                        (area, index, cells) -> found.addAll(cells));
        return found.getFirst().look();
    }
}
