package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Restored;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.workbook.CellDifference;
import dev.sheetway.emulator.workbook.WorkbookDiff;
import dev.sheetway.emulator.workbook.WorkbookDifferences;
import dev.sheetway.participant.Progress;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import dev.sheetway.workspace.restore.Restoration.Portion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** The service's steps with the real gateway, under its own scopes, against an emulator over HTTP. */
final class BackupBench implements AutoCloseable {
    static final Optional<String> FOLDER = Optional.of(Emulator.BACKUP_FOLDER_ID);

    final Emulator emulator;
    final GoogleWorkspace google;
    final Person person;
    private final Path directory;

    /** @param directory for archives */
    BackupBench(Path directory) {
        this.directory = directory;
        try {
            emulator = Emulator.start(EmulatorOptions.inMemory());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        google = GoogleWorkspace.connect(GatewaySettings.of(
                emulator.baseUri(), TokenSource.fixed("emu.sa.backup-service.spreadsheets.readonly+drive")));
        person = new Person(emulator.baseUri());
    }

    static MigrationPlan plan(String policy) {
        return TestCommands.plan("Orders", policy, "");
    }

    BackedUp backUp(SpreadsheetId sheet, String policy) {
        return backUp(sheet, 1, policy, false, FOLDER);
    }

    BackedUp backUp(SpreadsheetId sheet, int attempt, String policy, boolean again, Optional<String> folder) {
        SnapshotReader snapshots = new SnapshotReader(google.reader());
        BackupStep step = new BackupStep(snapshots, drive(folder), archives(), google.source(), InstantSource.system());
        return (BackedUp) step.execute(TestCommands.backup(sheet, attempt, plan(policy)), progress(again));
    }

    Restored restore(SpreadsheetId sheet, BackedUp backup, String policy, int attempt) {
        return restore(sheet, backup, policy, attempt, Portion.GOOGLE);
    }

    Restored restore(SpreadsheetId sheet, BackedUp backup, String policy, int attempt, Portion portion) {
        Command.RestoreBackup command =
                new Command.RestoreBackup(header(sheet, attempt), plan(policy), List.of(), backup);
        return restore(command, FOLDER, portion);
    }

    Restored restore(Command.RestoreBackup command, Optional<String> folder, Portion portion) {
        SnapshotReader snapshots = new SnapshotReader(google.reader());
        Kept kept = new Kept(snapshots, drive(folder), archives());
        RestoreStep step = new RestoreStep(google.writer(), kept, google.source(), portion);
        return (Restored) step.execute(command, progress(command.header().attempt() > 1));
    }

    static CommandHeader header(SpreadsheetId sheet, int attempt) {
        return new CommandHeader(
                MigrationId.of(sheet, "request-1"),
                sheet,
                Step.BACKUP,
                Direction.ROLLBACK,
                1,
                attempt,
                PlanJson.checksum(plan("{}")));
    }

    private DriveBackup drive(Optional<String> folder) {
        return new DriveBackup(
                google.drive(),
                new SnapshotReader(google.reader()),
                folder,
                InstantSource.system(),
                pause -> LockSupport.parkNanos(pause.toNanos()));
    }

    private ArchiveBackup archives() {
        return new ArchiveBackup(new SnapshotReader(google.reader()), directory, InstantSource.system());
    }

    static Progress progress(boolean again) {
        return new Progress() {
            @Override
            public void report(String activity, long done, long total, String unit) {}

            @Override
            public boolean mayHaveRunBefore() {
                return again;
            }
        };
    }

    byte[] export(SpreadsheetId id) {
        return emulator.admin().exportWorkbook(id.value());
    }

    /** Of the first tab. */
    String text(SpreadsheetId id, int row, int column) {
        List<String> found = new ArrayList<>();
        int sheetId = google.reader().open(id).tabs().getFirst().sheetId();
        google.reader()
                .scanAll(
                        id,
                        List.of(new GridArea(sheetId, row, row + 1, column, column + 1)),
                        SheetReader.Rows.WITHOUT_RESULTS,
                        (area, index, cells) ->
                                cells.forEach(cell -> found.add(cell.content().asText())));
        return found.getFirst();
    }

    /** Cell for cell; of the structure slots alone may have come. */
    void assertRestored(byte[] before, SpreadsheetId id) throws IOException {
        WorkbookDifferences found = WorkbookDiff.compare(before, export(id));
        assertCells(found);
        assertThat(found.structure()).allMatch(each -> each.what().startsWith("named range sheetway_slot_"));
    }

    /** Cell for cell, whatever became of the structure. */
    void assertCells(byte[] before, SpreadsheetId id) throws IOException {
        assertCells(WorkbookDiff.compare(before, export(id)));
    }

    private static void assertCells(WorkbookDifferences found) {
        assertThat(entered(found)).isEmpty();
        assertThat(found.cellsCompared()).isPositive();
    }

    /** The emulator evaluates nothing: a formula that is entered again may have no result there. */
    static List<CellDifference> entered(WorkbookDifferences found) {
        return found.cells().stream()
                .filter(each -> each.kind() != CellDifference.Kind.CACHED_RESULT)
                .toList();
    }

    void reset() {
        emulator.admin().clearFaults();
        emulator.admin().resetSettings();
    }

    @Override
    public void close() {
        emulator.close();
    }
}
