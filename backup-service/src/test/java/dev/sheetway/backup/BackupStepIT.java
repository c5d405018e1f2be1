package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.backup.planner.CellImage;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.BackupDrive.DriveFile;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.archive.ArchiveReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step with the real gateway against the emulator over HTTP. */
class BackupStepIT {
    @TempDir
    private static Path directory;

    private static BackupBench bench;

    private SpreadsheetId sheet;

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
        bench.emulator.admin().clearCounts();
    }

    @AfterEach
    void reset() {
        bench.reset();
    }

    @Test
    void aCopyInTheSharedDriveEqualsItsOriginalAndTakesFourCalls() {
        // When
        BackedUp backup = run(sheet, 1, "{}", false);

        // Then
        SpreadsheetId copy = new SpreadsheetId(backup.backupSpreadsheetId().orElseThrow());
        assertThat(bench.emulator.admin().counts().get("total").asInt()).isEqualTo(4);
        assertThat(image(copy).differingFrom(image(sheet))).isEmpty();
        assertThat(backup.source()).isEqualTo("emulator");
        assertThat(backup.cells()).isEqualTo(Orders.CELLS);
        assertThat(backup.name()).matches("Order book_v2\\.1_backup_\\d{8}T\\d{6}Z");
        assertThat(backup.tabDigests())
                .extracting(ColumnDigest::header)
                .containsExactly("Order", "Customer", "Due", "Double", "", "");
        assertThat(backup.tabDigests()).extracting(ColumnDigest::cells).containsExactly(61L, 61L, 61L, 61L, 0L, 0L);
        assertThat(copies()).extracting(DriveFile::id).containsExactly(copy);
    }

    @Test
    void whatSomebodyTypesBetweenTheReadingAndTheCopyIsInTheBackup() {
        // Given
        fault("before", Orders.edit("typed in between"), 1);

        // When
        BackedUp backup = run(sheet, 1, "{}", false);

        // Then
        SpreadsheetId copy = new SpreadsheetId(backup.backupSpreadsheetId().orElseThrow());
        assertThat(copies()).extracting(DriveFile::id).containsExactly(copy);
        assertThat(image(copy).differingFrom(image(sheet))).isEmpty();
        assertThat(backup.tabDigests()).isEqualTo(run(sheet, 1, "{}", false).tabDigests());
    }

    @Test
    void editsThatOvertakeEveryCopyPauseTheMigration() {
        // Given
        bench.emulator
                .admin()
                .faults("[" + rule("before", Orders.edit("for a moment"), 3) + ","
                        + rule("after", Orders.edit("at last"), 3) + "]");

        // When
        StepFailedException failed = catchThrowableOfType(StepFailedException.class, () -> run(sheet, 1, "{}", false));

        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("edits-during-backup");
        assertThat(copies()).hasSize(3);
    }

    @Test
    void aCopyWhoseAnswerWasLostIsFoundThoughTheListingLagsAndNoSecondOneIsMade() {
        // Given
        bench.emulator.admin().settings("{\"nameLagSeconds\": 2}");
        bench.emulator
                .admin()
                .faults("[{\"method\":\"drive.files.copy\",\"nth\":1,\"when\":\"after\",\"kind\":\"status\","
                        + "\"status\":503}]");
        GatewayException lost = catchThrowableOfType(GatewayException.class, () -> run(sheet, 1, "{}", false));

        // When
        BackedUp backup = run(sheet, 2, "{}", false);

        // Then
        assertThat(lost.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
        bench.emulator.admin().resetSettings();
        assertThat(copies())
                .extracting(file -> file.id().value())
                .containsExactly(backup.backupSpreadsheetId().orElseThrow());
    }

    @Test
    void withoutAFolderInASharedDriveTheBackupIsAnArchiveThatEqualsTheOriginal() {
        // When
        BackedUp backup = bench.backUp(sheet, 1, "{ fallback: archive }", false, Optional.empty());

        // Then
        assertThat(backup.backupSpreadsheetId()).isEmpty();
        CellImage archived = new CellImage();
        ArchiveReader.read(Path.of(backup.archive().orElseThrow()), archived);
        assertThat(archived.differingFrom(image(sheet))).isEmpty();
        assertThat(archived.cells()).isEqualTo(Orders.CELLS);
        assertThat(backup.tabDigests()).isEqualTo(run(sheet, 1, "{}", false).tabDigests());
    }

    @Test
    void withoutAFolderInASharedDriveAndWithoutFallbackItPauses() {
        // When
        StepFailedException failed = catchThrowableOfType(
                StepFailedException.class, () -> bench.backUp(sheet, 1, "{}", false, Optional.empty()));

        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("storage-quota-exceeded");
    }

    @Test
    void aFolderThatIsNotThereFailsTheStep() {
        // When
        StepFailedException failed = catchThrowableOfType(
                StepFailedException.class, () -> run(sheet, 1, "{ folderId: no-such-folder }", false));

        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
        assertThat(failed.failure().code()).isEqualTo("backup-folder-not-found");
    }

    private void fault(String when, String edit, int times) {
        bench.emulator.admin().faults("[" + rule(when, edit, times) + "]");
    }

    private static String rule(String when, String edit, int times) {
        return "{\"method\":\"drive.files.copy\",\"times\":" + times + ",\"when\":\"" + when
                + "\",\"kind\":\"userEdit\",\"edit\":" + edit + "}";
    }

    private List<DriveFile> copies() {
        return bench.google
                .drive()
                .find(
                        "sheetwayMigration",
                        TestCommands.backup(sheet, 1, BackupBench.plan("{}"))
                                .header()
                                .migrationId()
                                .toString());
    }

    private static CellImage image(SpreadsheetId id) {
        CellImage image = new CellImage();
        List<GridArea> areas = bench.google.reader().open(id).tabs().stream()
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
        bench.google.reader().scanAll(id, areas, image);
        return image;
    }

    private static BackedUp run(SpreadsheetId sheet, int attempt, String policy, boolean again) {
        return bench.backUp(sheet, attempt, policy, again, BackupBench.FOLDER);
    }
}
