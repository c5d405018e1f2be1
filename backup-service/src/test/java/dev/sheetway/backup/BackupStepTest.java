package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.archive.ArchiveReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupStepTest {
    private static final SpreadsheetId SHEET = new SpreadsheetId("sheet-1");
    private static final Instant NOW = Instant.parse("2026-11-22T07:08:09Z");

    private final InMemoryDrive drive = new InMemoryDrive();

    @TempDir
    private Path directory;

    @BeforeEach
    void sheet() {
        drive.put(SHEET, new String[][] {
            {"Order", "Customer", "", "Sum"},
            {"1", "a", "", "10"},
            {"2", "b", "", "20"},
            {"", "", "", ""},
        });
    }

    @Test
    void aCopyOfAQuietSheetTakesFourCallsAndIsReportedWithItsDigests() {
        // When
        BackedUp backup = run(1, "{}", false);

        // Then
        assertThat(drive.calls()).containsExactly("open", "scan original", "copy", "scan copy");
        assertThat(backup.backupSpreadsheetId()).contains("copy-1");
        assertThat(backup.archive()).isEmpty();
        assertThat(backup.name()).isEqualTo("Book_v2.1_backup_20261122T070809Z");
        assertThat(backup.source()).isEqualTo("emulator");
        assertThat(backup.takenAt()).isEqualTo(NOW);
        assertThat(backup.cells()).isEqualTo(9);
        assertThat(backup.tabDigests())
                .extracting(StepResult.ColumnDigest::header)
                .containsExactly("Order", "Customer", "", "Sum");
        assertThat(backup.tabDigests())
                .extracting(StepResult.ColumnDigest::cells)
                .containsExactly(3L, 3L, 0L, 3L);
        assertThat(drive.properties(new SpreadsheetId("copy-1")))
                .isEqualTo(Map.of(
                        "sheetwayMigration",
                        TestCommands.backup(SHEET, 1, TestCommands.plan("Orders", "{}", ""))
                                .header()
                                .migrationId()
                                .toString(),
                        "sheetwayEffect",
                        effect()));
    }

    @Test
    void theMarksOnACopyFitIntoDrivesLimitOf124Bytes() {
        assertThat("sheetwayEffect" + effect()).hasSizeLessThanOrEqualTo(124);
    }

    @Test
    void anEditBetweenTheReadingAndTheCopyIsAcceptedBecauseTheSheetStillHasIt() {
        // Given
        drive.afterCall("scan original", () -> drive.write(SHEET, 1, 1, "edited"));

        // When
        BackedUp backup = run(1, "{}", false);

        // Then
        assertThat(drive.calls())
                .containsExactly("open", "scan original", "copy", "scan copy", "open", "scan original");
        assertThat(backup.backupSpreadsheetId()).contains("copy-1");
        assertThat(backup.tabDigests()).isEqualTo(run(1, "{}", false).tabDigests());
    }

    @Test
    void aFormulaThatIsAnErrorInTheCopyAloneIsNoDifferenceAndKeepsTheDigestOfTheOriginal() {
        // Given
        drive.write(SHEET, 1, 1, "=IMPORTRANGE(\"x\",\"y\")");

        // When
        BackedUp backup = run(1, "{}", false);

        // Then
        assertThat(drive.calls()).containsExactly("open", "scan original", "copy", "scan copy");
        assertThat(backup.tabDigests())
                .isEqualTo(run(1, "{ strategy: archive }", false).tabDigests());
    }

    @Test
    void editsThatNeitherReadingExplainsCostAnotherCopy() {
        // Given: the cell has a value at the time of the copy that it has neither before nor after
        drive.afterCall("scan original", () -> drive.write(SHEET, 1, 1, "for a moment"));
        drive.afterCall("copy", () -> drive.write(SHEET, 1, 1, "at last"));

        // When
        BackedUp backup = run(1, "{}", false);

        // Then
        assertThat(backup.backupSpreadsheetId()).contains("copy-2");
        assertThat(drive.calls().stream().filter("copy"::equals)).hasSize(2);
    }

    @Test
    void pausesWhenEveryCopyWasOvertakenByEdits() {
        // Given
        for (int i = 0; i < 3; i++) {
            String moment = "moment " + i;
            String after = "after " + i;
            drive.afterCall("scan original", () -> drive.write(SHEET, 1, 1, moment));
            drive.afterCall("copy", () -> drive.write(SHEET, 1, 1, after));
        }

        // When
        Failure failure = failure(1, "{}", false);

        // Then
        assertThat(failure.failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failure.code()).isEqualTo("edits-during-backup");
        assertThat(failure.message()).startsWith("3 copies of spreadsheet \"sheet-1\" differ");
    }

    @Test
    void aRowThatWasDeletedBeforeTheCopyCostsAnotherCopy() {
        // Given
        drive.afterCall(
                "scan original",
                () -> drive.put(SHEET, new String[][] {{"Order", "Customer", "", "Sum"}, {"2", "b", "", "20"}}));

        // When
        BackedUp backup = run(1, "{}", false);

        // Then
        assertThat(backup.backupSpreadsheetId()).contains("copy-2");
        assertThat(backup.cells()).isEqualTo(6);
    }

    @Test
    void theCopyOfAnAttemptWhoseAnswerWasLostIsFoundAndUsed() {
        // Given
        drive.afterCall("copy", () -> {
            throw InMemoryDrive.failure(FailureClass.UNKNOWN, "google-unavailable");
        });
        GatewayException lost = catchThrowableOfType(GatewayException.class, () -> run(1, "{}", false));

        // When
        BackedUp backup = run(2, "{}", false);

        // Then
        assertThat(lost.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
        assertThat(backup.backupSpreadsheetId()).contains("copy-1");
        assertThat(drive.copies()).hasSize(1);
    }

    @Test
    void theCopyOfAProcessThatDiedBeforeItAnsweredIsFoundAndUsed() {
        // Given
        run(1, "{}", false);

        // When
        BackedUp again = run(1, "{}", true);

        // Then
        assertThat(again.backupSpreadsheetId()).contains("copy-1");
        assertThat(drive.copies()).hasSize(1);
    }

    @Test
    void anEarlierCopyThatIsOutOfDateIsNotUsed() {
        // Given
        run(1, "{}", false);
        drive.write(SHEET, 1, 1, "edited");

        // When
        BackedUp again = run(2, "{}", false);

        // Then
        assertThat(again.backupSpreadsheetId()).contains("copy-2");
    }

    @Test
    void aBackupOfTheNextEpochIsMadeAnew() {
        // Given
        run(1, "{}", false);
        var plan = TestCommands.plan("Orders", "{}", "");
        var first = TestCommands.backup(SHEET, 1, plan).header();
        var second = new CommandHeader(
                first.migrationId(), SHEET, first.step(), first.direction(), 2, 2, first.planChecksum());

        // When
        var again = (BackedUp) step().execute(new Command.CreateBackup(second, plan), progress(true));

        // Then
        assertThat(again.backupSpreadsheetId()).contains("copy-2");
    }

    @Test
    void withoutStorageAndWithoutFallbackItPausesAndSaysWhatToDo() {
        // Given
        refuseStorage();

        // When
        Failure failure = failure(1, "{}", false);

        // Then
        assertThat(failure.failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failure.code()).isEqualTo("storage-quota-exceeded");
        assertThat(failure.message())
                .contains("share a folder of a shared drive with this service's e-mail address", "fallback: archive");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void withoutStorageItFallsBackToAnArchiveThatProvesItself() {
        // Given
        refuseStorage();

        // When
        BackedUp backup = run(1, "{ fallback: archive }", false);

        // Then
        assertThat(backup.backupSpreadsheetId()).isEmpty();
        Path file = Path.of(backup.archive().orElseThrow());
        assertThat(file).isAbsolute().exists();
        assertThat(backup.name()).isEqualTo(file.getFileName().toString());
        assertThat(ArchiveReader.verify(file).cells()).isEqualTo(backup.cells()).isEqualTo(9);
    }

    @Test
    void anArchiveAloneMakesNoCallToDrive() {
        // When
        BackedUp backup = run(1, "{ strategy: archive }", false);

        // Then
        assertThat(backup.backupSpreadsheetId()).isEmpty();
        assertThat(drive.calls()).containsExactly("open", "scan original", "scan original");
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "both"})
    void withoutADiskForTheArchiveTheCopyIsEnoughWhenThePlanSaysSo(String strategy) throws IOException {
        // Given
        Files.writeString(directory.resolve("full"), "no directory");
        directory = directory.resolve("full");

        // When
        BackedUp backup = run(1, "{ strategy: " + strategy + ", fallback: drive-copy }", false);

        // Then
        assertThat(backup.archive()).isEmpty();
        assertThat(backup.backupSpreadsheetId()).contains("copy-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ strategy: archive }", "{ strategy: both }", "{ strategy: both, fallback: archive }"})
    void withoutADiskForTheArchiveItPausesOtherwise(String policy) throws IOException {
        // Given
        Files.writeString(directory.resolve("full"), "no directory");
        directory = directory.resolve("full");

        // When
        StepFailedException failed = catchThrowableOfType(StepFailedException.class, () -> run(1, policy, false));

        // Then
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("archive-not-written");
    }

    @Test
    void bothMeansACopyAndAnArchive() {
        // When
        BackedUp backup = run(1, "{ strategy: both }", false);

        // Then
        assertThat(backup.backupSpreadsheetId()).contains("copy-1");
        assertThat(ArchiveReader.verify(Path.of(backup.archive().orElseThrow())).cells())
                .isEqualTo(9);
    }

    @Test
    void aFolderThatIsNotThereFailsTheStepBeforeAnyEffect() {
        // Given
        drive.afterCall("copy", () -> {
            throw InMemoryDrive.failure(FailureClass.PAUSE, "not-found");
        });

        // When
        Failure failure = failure(1, "{ folderId: gone }", false);

        // Then
        assertThat(failure.failureClass()).isEqualTo(FailureClass.FAILED);
        assertThat(failure.code()).isEqualTo("backup-folder-not-found");
        assertThat(failure.message()).contains("folder \"gone\"", "nothing written");
    }

    @Test
    void aTabThatIsNotThereFailsTheStep() {
        // When
        StepFailedException failed = catchThrowableOfType(StepFailedException.class, () -> step().execute(
                        TestCommands.backup(SHEET, 1, TestCommands.plan("Invoices", "{}", "")), progress(false)));

        // Then
        assertThat(failed.failure().message())
                .startsWith("spreadsheet \"sheet-1\" has no tab \"Invoices\"; found [\"Orders\"]");
    }

    private void refuseStorage() {
        drive.afterCall("copy", () -> {
            throw InMemoryDrive.failure(FailureClass.PAUSE, "storage-quota-exceeded");
        });
    }

    private Failure failure(int attempt, String policy, boolean mayHaveRunBefore) {
        return catchThrowableOfType(StepFailedException.class, () -> run(attempt, policy, mayHaveRunBefore))
                .failure();
    }

    private BackedUp run(int attempt, String policy, boolean mayHaveRunBefore) {
        var command = TestCommands.backup(SHEET, attempt, TestCommands.plan("Orders", policy, ""));
        return (BackedUp) step().execute(command, progress(mayHaveRunBefore));
    }

    private BackupStep step() {
        SnapshotReader snapshots = new SnapshotReader(drive);
        return new BackupStep(
                snapshots,
                new DriveBackup(drive, snapshots, Optional.empty(), () -> NOW, pause -> {}),
                new ArchiveBackup(snapshots, directory, () -> NOW),
                "emulator",
                () -> NOW);
    }

    private static String effect() {
        return TestCommands.backup(SHEET, 1, TestCommands.plan("Orders", "{}", ""))
                .header()
                .effectId()
                .toString();
    }

    private static Progress progress(boolean mayHaveRunBefore) {
        return new Progress() {
            @Override
            public void report(String activity, long done, long total, String unit) {}

            @Override
            public boolean mayHaveRunBefore() {
                return mayHaveRunBefore;
            }
        };
    }
}
