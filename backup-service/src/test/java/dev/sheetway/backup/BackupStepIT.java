package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.backup.planner.CellImage;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.ColumnDigest;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.BackupDrive.DriveFile;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step with the real gateway against the emulator over HTTP. */
class BackupStepIT {
    private static Emulator emulator;
    private static GoogleWorkspace google;

    private SpreadsheetId sheet;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startEmulator() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        google = GoogleWorkspace.connect(GatewaySettings.of(
                emulator.baseUri(), TokenSource.fixed("emu.sa.backup-service.spreadsheets.readonly+drive")));
    }

    @AfterAll
    static void stopEmulator() {
        emulator.close();
    }

    @BeforeEach
    void importSheet() {
        sheet = Orders.importInto(emulator.admin());
        emulator.admin().clearCounts();
    }

    @AfterEach
    void reset() {
        emulator.admin().clearFaults();
        emulator.admin().resetSettings();
    }

    @Test
    void aCopyInTheSharedDriveEqualsItsOriginalAndTakesFourCalls() {
        // When
        BackedUp backup = run(1, "{}", false);

        // Then
        SpreadsheetId copy = new SpreadsheetId(backup.backupSpreadsheetId().orElseThrow());
        assertThat(emulator.admin().counts().get("total").asInt()).isEqualTo(4);
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
        BackedUp backup = run(1, "{}", false);

        // Then
        SpreadsheetId copy = new SpreadsheetId(backup.backupSpreadsheetId().orElseThrow());
        assertThat(copies()).extracting(DriveFile::id).containsExactly(copy);
        assertThat(image(copy).differingFrom(image(sheet))).isEmpty();
        assertThat(backup.tabDigests()).isEqualTo(run(1, "{}", false).tabDigests());
    }

    @Test
    void editsThatOvertakeEveryCopyPauseTheMigration() {
        // Given
        emulator.admin()
                .faults("[" + rule("before", Orders.edit("for a moment"), 3) + ","
                        + rule("after", Orders.edit("at last"), 3) + "]");

        // When
        StepFailedException failed = catchThrowableOfType(StepFailedException.class, () -> run(1, "{}", false));

        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("edits-during-backup");
        assertThat(copies()).hasSize(3);
    }

    @Test
    void aCopyWhoseAnswerWasLostIsFoundThoughTheListingLagsAndNoSecondOneIsMade() {
        // Given
        emulator.admin().settings("{\"nameLagSeconds\": 2}");
        emulator.admin()
                .faults("[{\"method\":\"drive.files.copy\",\"nth\":1,\"when\":\"after\",\"kind\":\"status\","
                        + "\"status\":503}]");
        GatewayException lost = catchThrowableOfType(GatewayException.class, () -> run(1, "{}", false));

        // When
        BackedUp backup = run(2, "{}", false);

        // Then
        assertThat(lost.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
        emulator.admin().resetSettings();
        assertThat(copies())
                .extracting(file -> file.id().value())
                .containsExactly(backup.backupSpreadsheetId().orElseThrow());
    }

    @Test
    void withoutAFolderInASharedDriveTheBackupIsAnArchiveThatEqualsTheOriginal() {
        // When
        BackedUp backup = run(1, "{ fallback: archive }", Optional.empty());

        // Then
        assertThat(backup.backupSpreadsheetId()).isEmpty();
        CellImage archived = new CellImage();
        ArchiveReader.read(Path.of(backup.archive().orElseThrow()), archived);
        assertThat(archived.differingFrom(image(sheet))).isEmpty();
        assertThat(archived.cells()).isEqualTo(Orders.CELLS);
        assertThat(backup.tabDigests()).isEqualTo(run(1, "{}", false).tabDigests());
    }

    @Test
    void withoutAFolderInASharedDriveAndWithoutFallbackItPauses() {
        // When
        StepFailedException failed =
                catchThrowableOfType(StepFailedException.class, () -> run(1, "{}", Optional.empty()));

        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("storage-quota-exceeded");
    }

    @Test
    void aFolderThatIsNotThereFailsTheStep() {
        // When
        StepFailedException failed =
                catchThrowableOfType(StepFailedException.class, () -> run(1, "{ folderId: no-such-folder }", false));

        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
        assertThat(failed.failure().code()).isEqualTo("backup-folder-not-found");
    }

    private void fault(String when, String edit, int times) {
        emulator.admin().faults("[" + rule(when, edit, times) + "]");
    }

    private static String rule(String when, String edit, int times) {
        return "{\"method\":\"drive.files.copy\",\"times\":" + times + ",\"when\":\"" + when
                + "\",\"kind\":\"userEdit\",\"edit\":" + edit + "}";
    }

    private List<DriveFile> copies() {
        return google.drive()
                .find(
                        "sheetwayMigration",
                        TestCommands.backup(sheet, 1, plan("{}"))
                                .header()
                                .migrationId()
                                .toString());
    }

    private static CellImage image(SpreadsheetId id) {
        CellImage image = new CellImage();
        List<GridArea> areas = google.reader().open(id).tabs().stream()
                .map(tab -> GridArea.columns(tab.sheetId(), tab.rowCount(), 0, tab.columnCount()))
                .toList();
        google.reader().scanAll(id, areas, image);
        return image;
    }

    private BackedUp run(int attempt, String policy, boolean mayHaveRunBefore) {
        return run(attempt, policy, mayHaveRunBefore, Optional.of(Emulator.BACKUP_FOLDER_ID));
    }

    private BackedUp run(int attempt, String policy, Optional<String> folder) {
        return run(attempt, policy, false, folder);
    }

    private BackedUp run(int attempt, String policy, boolean mayHaveRunBefore, Optional<String> folder) {
        SnapshotReader snapshots = new SnapshotReader(google.reader());
        InstantSource clock = InstantSource.system();
        BackupStep step = new BackupStep(
                snapshots,
                new DriveBackup(
                        google.drive(), snapshots, folder, clock, pause -> LockSupport.parkNanos(pause.toNanos())),
                new ArchiveBackup(snapshots, directory, clock),
                google.source(),
                clock);
        return (BackedUp) step.execute(TestCommands.backup(sheet, attempt, plan(policy)), new Progress() {
            @Override
            public void report(String activity, long done, long total, String unit) {}

            @Override
            public boolean mayHaveRunBefore() {
                return mayHaveRunBefore;
            }
        });
    }

    private static dev.sheetway.contracts.plan.MigrationPlan plan(String policy) {
        return TestCommands.plan("Orders", policy, "");
    }
}
