package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Removed;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.access.Principal;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.workspace.BackupDrive;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The removal with the real gateway against the emulator over HTTP, under the service's own scopes. */
class RemovalStepIT {
    @TempDir
    private static Path directory;

    private static BackupBench bench;

    private SpreadsheetId sheet;

    @BeforeAll
    static void startEmulator() {
        bench = new BackupBench(archives());
    }

    @AfterAll
    static void stopEmulator() {
        bench.close();
    }

    @BeforeEach
    void importSheet() {
        sheet = Orders.importInto(bench.emulator.admin());
    }

    @AfterEach
    void reset() {
        bench.reset();
    }

    @Test
    void theCopyLiesInTheTrashAndTheArchiveIsGone() {
        BackedUp backup = backUp("both");
        byte[] before = bench.export(sheet);
        bench.emulator.admin().clearCounts();

        Removed removed = remove(1, backup);

        assertThat(removed.removed()).containsExactly("spreadsheet " + id(backup), "archive " + archive(backup));
        assertThat(removed.gone()).isEmpty();
        assertThat(removed.source()).isEqualTo("emulator");
        assertThat(bench.emulator.admin().counts().path("total").asInt()).isEqualTo(2);
        assertThat(bench.google.drive().look(id(backup))).get().matches(BackupDrive.DriveEntry::trashed);
        assertThat(archive(backup)).doesNotExist();
        assertThat(bench.export(sheet)).isEqualTo(before);
    }

    @Test
    void everyBackupGoesThatTheMigrationMade() {
        BackedUp first = backUp("drive-copy");
        BackedUp second = backUp("archive");

        Removed removed = remove(1, second, first);

        assertThat(removed.removed()).containsExactly("archive " + archive(second), "spreadsheet " + id(first));
    }

    @Test
    void whatWasDoneBeforeTheAnswerWasLostIsDone() {
        BackedUp backup = backUp("both");
        bench.emulator
                .admin()
                .faults("[{\"method\":\"drive.files.update\",\"nth\":1,\"when\":\"after\",\"kind\":\"close\"}]");
        StepFailedException lost = refused(removal(1, Instant.EPOCH, backup));
        assertThat(lost.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
        assertThat(lost.evidence()).contains(new Removed("emulator", List.of("archive " + archive(backup)), List.of()));

        Removed removed = remove(2, backup);

        assertThat(removed.removed()).isEmpty();
        assertThat(removed.gone()).containsExactly("spreadsheet " + id(backup), "archive " + archive(backup));
        assertThat(remove(2, backup)).as("a copy of the command").isEqualTo(removed);
    }

    @Test
    void whatSomebodyRemovedBeforeIsDone() throws IOException {
        BackedUp backup = backUp("both");
        bench.person.delete(id(backup));
        Files.delete(archive(backup));

        assertThat(remove(1, backup).gone()).hasSize(2);
    }

    @Test
    void nothingGoesBeforeItsTimeByTheServicesOwnClock() {
        BackedUp backup = backUp("both");
        Instant due = Instant.now().plus(Duration.ofDays(2));

        StepFailedException early = refused(removal(1, due, backup));

        assertThat(early.failure().failureClass()).isEqualTo(FailureClass.RETRYABLE);
        assertThat(early.failure().code()).isEqualTo("too-early");
        assertThat(early.failure().retryAfter()).get().isNotEqualTo(Duration.ZERO);
        assertThat(early.failure().message()).contains("kept until " + due, "compare the clocks");
        assertKept(backup);
    }

    @Test
    void theBackupOfAnotherMigrationStays() {
        BackedUp backup = backUp("both");
        Command.RemoveBackup own = removal(1, Instant.EPOCH, backup);
        var header = own.header();
        var another = new CommandHeader(
                MigrationId.of(sheet, "another request"),
                sheet,
                Step.REMOVE_BACKUP,
                header.direction(),
                1,
                1,
                header.planChecksum());

        StepFailedException refused = refused(new Command.RemoveBackup(another, own.notBefore(), own.backups()));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.FAILED);
        assertThat(refused.failure().code()).isEqualTo("not-the-backup");
        assertThat(refused.failure().message())
                .startsWith("spreadsheet \"" + id(backup) + "\" is not removed: its property sheetwayEffect is \""
                        + header.migrationId() + "/backup/FORWARD/1\": expected \"" + another.migrationId()
                        + "/backup/FORWARD/1\"");
        assertKept(backup);
    }

    @Test
    void aSpreadsheetThatIsNoBackupStays() {
        BackedUp backup = backUp("archive");
        BackedUp forged = new BackedUp(
                "emulator", Optional.of(sheet.value()), Optional.empty(), "x", Instant.now(), 1, List.of());

        StepFailedException refused = refused(removal(1, Instant.EPOCH, forged, backup));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("backup-not-marked");
        assertThat(bench.google.drive().look(sheet)).get().matches(entry -> !entry.trashed());
        assertThat(archive(backup)).as("the others go all the same").doesNotExist();
    }

    @Test
    void whatWasKeptBeforeARestoreStays() {
        String effect = TestCommands.header(sheet, Step.BACKUP, 1, TestCommands.plan("Orders", "{}", ""))
                        .migrationId()
                + "/backup/ROLLBACK/1";
        var kept = bench.google
                .drive()
                .copy(
                        sheet,
                        "before restore",
                        Optional.of(Emulator.BACKUP_FOLDER_ID),
                        Map.of(DriveBackup.EFFECT, effect));
        BackedUp forged = new BackedUp(
                "emulator", Optional.of(kept.id().value()), Optional.empty(), "x", Instant.now(), 1, List.of());

        assertThat(refused(removal(1, Instant.EPOCH, forged)).failure().code()).isEqualTo("not-the-backup");
        assertThat(bench.google.drive().look(kept.id())).get().matches(entry -> !entry.trashed());
    }

    @Test
    void aCopyThatSomebodyWorksInStays() {
        BackedUp backup = backUp("drive-copy");
        BackedUp longAgo = new BackedUp(
                backup.source(),
                backup.backupSpreadsheetId(),
                backup.archive(),
                backup.name(),
                backup.takenAt().minus(Duration.ofDays(30)),
                backup.cells(),
                backup.tabDigests());

        StepFailedException refused = refused(removal(1, Instant.EPOCH, longAgo));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.FAILED);
        assertThat(refused.failure().code()).isEqualTo("backup-was-edited");
        assertKept(backup);
    }

    @Test
    void whoeverMayNotRemoveACopySaysWhatItTakes() {
        BackedUp backup = backUp("drive-copy");
        bench.person.share(id(backup), Principal.serviceAccount("contributor"), "writer");
        GoogleWorkspace contributor = GoogleWorkspace.connect(GatewaySettings.of(
                bench.emulator.baseUri(), TokenSource.fixed("emu.sa.contributor.spreadsheets.readonly+drive")));
        RemovalStep step = step(contributor, archives());

        StepFailedException refused = catchThrowableOfType(
                StepFailedException.class,
                () -> step.execute(removal(1, Instant.EPOCH, backup), BackupBench.progress(false)));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("backup-not-removable");
        assertThat(refused.failure().message()).contains("in a shared drive a content manager may");
        assertKept(backup);
    }

    @Test
    void filesOutsideTheDirectoryStay() throws IOException {
        BackedUp backup = backUp("archive");
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Path moved = Files.move(archive(backup), elsewhere.resolve("a.jsonl.gz"));
        Path link = Files.createSymbolicLink(archives().resolve("link.jsonl.gz"), moved);

        for (Path file : List.of(moved, link, archives().resolve("../elsewhere/a.jsonl.gz"), archives())) {
            assertThat(refused(removal(1, Instant.EPOCH, archived(file)))
                            .failure()
                            .code())
                    .as("%s", file)
                    .isEqualTo("outside-archive-dir");
        }
        assertThat(moved).exists();
    }

    @Test
    void anArchiveOfAnotherSpreadsheetAndAFileThatIsNoneStay() throws IOException {
        BackedUp backup = backUp("archive");
        SpreadsheetId other = Orders.importInto(bench.emulator.admin());
        Path text = Files.writeString(archives().resolve("notes.txt"), "not an archive");

        Command.RemoveBackup own = removal(1, Instant.EPOCH, backup);
        CommandHeader elsewhere = new CommandHeader(
                own.header().migrationId(),
                other,
                Step.REMOVE_BACKUP,
                own.header().direction(),
                1,
                1,
                own.header().planChecksum());
        assertThat(refused(new Command.RemoveBackup(elsewhere, own.notBefore(), own.backups()))
                        .failure()
                        .code())
                .isEqualTo("not-the-backup");
        assertThat(refused(removal(1, Instant.EPOCH, archived(text))).failure().code())
                .isEqualTo("not-the-backup");
        assertThat(archive(backup)).exists();
        assertThat(text).exists();
    }

    @Test
    void aMissingDirectoryIsNoProofThatAnArchiveIsGone() {
        BackedUp backup = backUp("archive");
        RemovalStep elsewhere = step(directory.resolve("not mounted"));

        StepFailedException refused = catchThrowableOfType(
                StepFailedException.class,
                () -> elsewhere.execute(removal(1, Instant.EPOCH, backup), BackupBench.progress(false)));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("archive-dir-missing");
        assertThat(archive(backup)).exists();
    }

    @Test
    void aDirectoryWithoutAnyArchiveIsNoProofThatOneIsGone() throws IOException {
        BackedUp backup = backUp("archive");
        Path mountPoint = Files.createDirectory(directory.resolve("mount point"));
        BackedUp hidden = archived(mountPoint.resolve(archive(backup).getFileName()));

        StepFailedException refused = catchThrowableOfType(StepFailedException.class, () -> step(mountPoint)
                .execute(removal(1, Instant.EPOCH, hidden), BackupBench.progress(false)));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("archive-not-visible");
    }

    @Test
    void anArchiveThatCannotBeLookedAtIsTriedAgain() throws IOException {
        backUp("archive");
        Path circle = archives().resolve("circle");
        Files.createSymbolicLink(circle, circle);

        StepFailedException refused = refused(removal(1, Instant.EPOCH, archived(circle.resolve("a.jsonl.gz"))));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("archive-not-removed");
    }

    @Test
    void aCopyIsNotGoneBecauseTheServiceLostItsAccess() {
        BackedUp backup = backUp("drive-copy");
        GoogleWorkspace stranger = GoogleWorkspace.connect(GatewaySettings.of(
                bench.emulator.baseUri(), TokenSource.fixed("emu.sa.stranger.spreadsheets.readonly+drive")));
        RemovalStep step = step(stranger, archives());

        StepFailedException refused = catchThrowableOfType(
                StepFailedException.class,
                () -> step.execute(removal(1, Instant.EPOCH, backup), BackupBench.progress(false)));

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("backup-not-visible");
        assertKept(backup);
    }

    private void assertKept(BackedUp backup) {
        backup.backupSpreadsheetId()
                .ifPresent(id -> assertThat(bench.google.drive().look(new SpreadsheetId(id)))
                        .get()
                        .matches(entry -> !entry.trashed()));
        backup.archive().ifPresent(file -> assertThat(Path.of(file)).exists());
    }

    private static BackedUp archived(Path file) {
        return new BackedUp(
                "emulator", Optional.empty(), Optional.of(file.toString()), "x", Instant.now(), 1, List.of());
    }

    private static SpreadsheetId id(BackedUp backup) {
        return new SpreadsheetId(backup.backupSpreadsheetId().orElseThrow());
    }

    private static Path archive(BackedUp backup) {
        return Path.of(backup.archive().orElseThrow());
    }

    private static Path archives() {
        return directory.resolve("archives");
    }

    private Command.RemoveBackup removal(int attempt, Instant notBefore, BackedUp... backups) {
        return TestCommands.removal(sheet, attempt, notBefore, backups);
    }

    private Removed remove(int attempt, BackedUp... backups) {
        return (Removed)
                step(archives()).execute(removal(attempt, Instant.EPOCH, backups), BackupBench.progress(false));
    }

    private StepFailedException refused(Command.RemoveBackup command) {
        return catchThrowableOfType(
                StepFailedException.class, () -> step(archives()).execute(command, BackupBench.progress(false)));
    }

    private static RemovalStep step(Path archiveDirectory) {
        return step(bench.google, archiveDirectory);
    }

    private static RemovalStep step(GoogleWorkspace workspace, Path archiveDirectory) {
        return new RemovalStep(
                new TrashedCopies(workspace.drive(), BackupBench.FOLDER),
                new DeletedArchives(archiveDirectory),
                workspace.source(),
                InstantSource.system());
    }

    private BackedUp backUp(String strategy) {
        return bench.backUp(sheet, "{ strategy: " + strategy + " }");
    }
}
