package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Restored;
import dev.sheetway.contracts.event.StepResult.Rewritten;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.emulator.Emulator;
import dev.sheetway.emulator.EmulatorOptions;
import dev.sheetway.emulator.workbook.CellDifference;
import dev.sheetway.emulator.workbook.WorkbookDiff;
import dev.sheetway.emulator.workbook.WorkbookDifferences;
import dev.sheetway.participant.Progress;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.GridArea;
import dev.sheetway.workspace.SheetReader;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.google.GatewaySettings;
import dev.sheetway.workspace.google.GoogleWorkspace;
import dev.sheetway.workspace.google.TokenSource;
import dev.sheetway.workspace.restore.Restoration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The restore with the real gateway against the emulator over HTTP, under the service's own scopes. */
class RestoreStepIT {
    private static final int ORDERS = 11;
    private static final String BATCH = "sheets.spreadsheets.batchUpdate";

    private static Emulator emulator;
    private static GoogleWorkspace google;
    private static Person person;

    private SpreadsheetId sheet;
    private byte[] before;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startEmulator() throws IOException {
        emulator = Emulator.start(EmulatorOptions.inMemory());
        google = GoogleWorkspace.connect(GatewaySettings.of(
                emulator.baseUri(), TokenSource.fixed("emu.sa.backup-service.spreadsheets.readonly+drive")));
        person = new Person(emulator.baseUri());
    }

    @AfterAll
    static void stopEmulator() {
        emulator.close();
    }

    @BeforeEach
    void importSheet() {
        sheet = Orders.importInto(emulator.admin());
        person.edit(
                sheet,
                "{'updateCells':{'start':{'sheetId':11,'rowIndex':3,'columnIndex':1},"
                        + "'fields':'note,dataValidation,userEnteredFormat','rows':[{'values':[{'note':'ask\\nfirst',"
                        + "'dataValidation':{'condition':{'type':'ONE_OF_LIST','values':[{'userEnteredValue':'a'}]},"
                        + "'showCustomUi':true},"
                        + "'userEnteredFormat':{'textFormat':{'bold':true},'backgroundColor':{'red':1}}}]}]}}");
        before = emulator.admin().exportWorkbook(sheet.value());
    }

    @AfterEach
    void reset() {
        emulator.admin().clearFaults();
        emulator.admin().resetSettings();
    }

    private void assertAsBefore() throws IOException {
        WorkbookDifferences found =
                WorkbookDiff.compare(before, emulator.admin().exportWorkbook(sheet.value()));
        assertThat(entered(found)).isEmpty();
        assertThat(found.structure()).allMatch(each -> each.what().startsWith("named range sheetway_slot_"));
    }

    /** The emulator evaluates nothing: a formula that is entered again has no result there. */
    private static List<CellDifference> entered(WorkbookDifferences found) {
        return found.cells().stream()
                .filter(each -> each.kind() != CellDifference.Kind.CACHED_RESULT)
                .toList();
    }

    /** Everything that people do to a table. */
    private void edit() {
        person.type(sheet, ORDERS, 1, 1, "somebody else");
        person.type(sheet, ORDERS, 70, 4, "added below");
        person.edit(
                sheet,
                "{'updateCells':{'start':{'sheetId':11,'rowIndex':3,'columnIndex':1},"
                        + "'fields':'note,dataValidation,userEnteredFormat','rows':[{'values':[{'note':'other'}]}]}}");
        person.edit(
                sheet, "{'deleteDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':10,'endIndex':12}}}");
        person.edit(
                sheet,
                "{'insertDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':20,'endIndex':21},"
                        + "'inheritFromBefore':true}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drive-copy", "archive", "both"})
    void everyCellIsAsInTheBackupAndWhatStoodThereIsKept(String strategy) throws IOException {
        BackedUp backup = backUp("{ strategy: " + strategy + " }");
        edit();
        byte[] edited = emulator.admin().exportWorkbook(sheet.value());

        Restored restored = restore(backup, "{ strategy: " + strategy + " }", 1);

        assertAsBefore();
        assertThat(restored.cells()).isEqualTo(Orders.CELLS);
        assertThat(written(restored).cells()).isPositive();
        assertThat(written(restored).unlike()).isZero();
        assertThat(written(restored).before()).hasSize(strategy.equals("both") ? 2 : 1);
        assertKept(written(restored).before().getFirst(), edited);
    }

    private static void assertKept(String place, byte[] edited) throws IOException {
        if (place.startsWith("spreadsheet ")) {
            byte[] kept = emulator.admin().exportWorkbook(place.substring("spreadsheet ".length()));
            assertThat(WorkbookDiff.compare(edited, kept).cells()).isEmpty();
        } else {
            List<String> texts = new ArrayList<>();
            ArchiveReader.read(
                    Path.of(place.substring("archive ".length())),
                    (area, row, cells) ->
                            cells.forEach(cell -> texts.add(cell.content().asText())));
            assertThat(texts).contains("somebody else", "added below");
        }
    }

    @Test
    void withoutRoomInDriveWhatStandsThereIsArchivedWhateverThePlanSays() throws IOException {
        BackedUp backup = backUp("{ strategy: drive-copy }");
        edit();

        Restored restored = restore(backup, "{ strategy: drive-copy }", 1, Optional.empty(), Restoration.MOST_BYTES);

        assertAsBefore();
        assertThat(written(restored).before()).singleElement().asString().startsWith("archive ");
    }

    @Test
    void nothingIsWrittenOrKeptWhenNothingDiffers() {
        BackedUp backup = backUp("{}");

        Restored restored = restore(backup, "{}", 1);

        assertThat(written(restored).cells()).isZero();
        assertThat(written(restored).before()).isEmpty();
    }

    @Test
    void aLostAnswerAndACrashBetweenTwoBatchesAreRepairedByTheNextAttempt() throws IOException {
        BackedUp backup = backUp("{}");
        person.edit(
                sheet, "{'deleteDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':5,'endIndex':6}}}");
        emulator.admin()
                .faults("[{\"method\":\"" + BATCH + "\",\"nth\":2,\"when\":\"after\",\"kind\":\"status\","
                        + "\"status\":503},{\"method\":\"" + BATCH
                        + "\",\"nth\":4,\"when\":\"before\",\"kind\":\"status\","
                        + "\"status\":503}]");
        GatewayException crash =
                catchThrowableOfType(GatewayException.class, () -> restore(backup, "{}", 1, folder(), 3_000));

        Restored restored = restore(backup, "{}", 2, folder(), 3_000);

        assertThat(crash.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
        assertAsBefore();
        assertThat(records(restored)).isGreaterThan(4);
        assertThat(written(restored).before()).isNotEmpty();
    }

    private long records(Restored restored) {
        assertThat(written(restored).cells()).isPositive();
        return google.reader().open(sheet).metadata("sheetway.record").size();
    }

    @Test
    void oneThatIsDeliveredAgainAfterItsEndOverwritesNobodysEdit() {
        BackedUp backup = backUp("{}");
        edit();
        Restored first = restore(backup, "{}", 1);
        person.type(sheet, ORDERS, 1, 1, "typed after the restore");

        Restored again = restore(backup, "{}", 2);

        assertThat(again).isEqualTo(first);
        assertThat(text(1, 1)).isEqualTo("typed after the restore");
    }

    @Test
    void aBatchOfAnExecutionThatHungCannotLandBehindTheEnd() {
        BackedUp backup = backUp("{}");
        edit();
        restore(backup, "{}", 1);
        long epochs = google.reader().open(sheet).metadata("sheetway.record").size();

        BatchOutcome late = google.writer()
                .apply(
                        sheet,
                        new EffectBatch(
                                new EffectId(header(1).migrationId(), Step.BACKUP, Direction.ROLLBACK, (int) epochs),
                                ORDERS,
                                List.of(),
                                "{}"));

        assertThat(late).isInstanceOf(BatchOutcome.AlreadyApplied.class);
    }

    @Test
    void whatSomebodyTypesDuringTheRestoreIsOverwrittenAndKept() throws IOException {
        BackedUp backup = backUp("{}");
        edit();
        emulator.admin()
                .faults("[{\"method\":\"" + BATCH + "\",\"nth\":1,\"when\":\"after\",\"kind\":\"userEdit\","
                        + "\"edit\":" + Orders.edit("typed meanwhile") + "}]");

        Restored restored = restore(backup, "{}", 1);

        assertAsBefore();
        assertThat(written(restored).before()).hasSize(2);
        String kept = written(restored).before().getLast().substring("spreadsheet ".length());
        assertThat(text(new SpreadsheetId(kept), 1, 1)).isEqualTo("typed meanwhile");
    }

    @Test
    void aDeletedTabComesBackUnderItsIdAndOneThatTookItsTitlePausesTheRestore() throws IOException {
        BackedUp backup = backUp("{ strategy: archive }");
        person.edit(
                sheet, "{'deleteSheet':{'sheetId':11}},{'addSheet':{'properties':{'sheetId':99,'title':'Orders'}}}");
        GatewayException refused =
                catchThrowableOfType(GatewayException.class, () -> restore(backup, "{ strategy: archive }", 1));
        person.edit(sheet, "{'updateSheetProperties':{'properties':{'sheetId':99,'title':'Mine'},'fields':'title'}}");

        restore(backup, "{ strategy: archive }", 2);

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("tab-replaced");
        assertThat(entered(WorkbookDiff.compare(before, emulator.admin().exportWorkbook(sheet.value()))))
                .isEmpty();
        assertThat(google.reader().open(sheet).tab(99)).isPresent();
    }

    @Test
    void anArchiveStandsInForACopyThatIsGone() throws IOException {
        BackedUp backup = backUp("{ strategy: both }");
        edit();
        BackedUp without = new BackedUp(
                backup.source(),
                Optional.of("gone"),
                backup.archive(),
                backup.name(),
                backup.takenAt(),
                backup.cells(),
                backup.tabDigests());

        restore(without, "{ strategy: both }", 1);

        assertAsBefore();
    }

    @Test
    void laterRoundsOfARollbackAreMadeImpossible() {
        BackedUp backup = backUp("{}");
        EffectId round = new EffectId(header(1).migrationId(), Step.EXPAND, Direction.ROLLBACK, 1);
        google.writer().apply(sheet, new EffectBatch(round, ORDERS, List.of(), "{}"));
        restore(new Command.RestoreBackup(header(1), plan("{}"), List.of(round), backup), folder(), 1_000);

        BatchOutcome late = google.writer()
                .apply(
                        sheet,
                        new EffectBatch(
                                new EffectId(round.migrationId(), Step.EXPAND, Direction.ROLLBACK, 2),
                                ORDERS,
                                List.of(),
                                "{}"));

        assertThat(late).isInstanceOf(BatchOutcome.Stale.class);
    }

    private static Rewritten written(Restored restored) {
        return restored.rewritten().orElseThrow();
    }

    private String text(int row, int column) {
        return text(sheet, row, column);
    }

    private static String text(SpreadsheetId id, int row, int column) {
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

    private static Optional<String> folder() {
        return Optional.of(Emulator.BACKUP_FOLDER_ID);
    }

    private BackedUp backUp(String policy) {
        Parts parts = parts(folder());
        BackupStep step = new BackupStep(
                parts.snapshots(), parts.drive(), parts.archive(), google.source(), InstantSource.system());
        return (BackedUp) step.execute(TestCommands.backup(sheet, 1, plan(policy)), progress(false));
    }

    private Restored restore(BackedUp backup, String policy, int attempt) {
        return restore(backup, policy, attempt, folder(), Restoration.MOST_BYTES);
    }

    private Restored restore(BackedUp backup, String policy, int attempt, Optional<String> folder, int mostBytes) {
        return restore(new Command.RestoreBackup(header(attempt), plan(policy), List.of(), backup), folder, mostBytes);
    }

    private Restored restore(Command.RestoreBackup command, Optional<String> folder, int mostBytes) {
        Parts parts = parts(folder);
        RestoreStep step = new RestoreStep(
                google.writer(),
                new Kept(parts.snapshots(), parts.drive(), parts.archive()),
                google.source(),
                mostBytes);
        return (Restored) step.execute(command, progress(command.header().attempt() > 1));
    }

    private CommandHeader header(int attempt) {
        return new CommandHeader(
                MigrationId.of(sheet, "request-1"),
                sheet,
                Step.BACKUP,
                Direction.ROLLBACK,
                1,
                attempt,
                PlanJson.checksum(plan("{}")));
    }

    private record Parts(SnapshotReader snapshots, DriveBackup drive, ArchiveBackup archive) {}

    private Parts parts(Optional<String> folder) {
        SnapshotReader snapshots = new SnapshotReader(google.reader());
        InstantSource clock = InstantSource.system();
        return new Parts(
                snapshots,
                new DriveBackup(google.drive(), snapshots, folder, clock, RestoreStepIT::pause),
                new ArchiveBackup(snapshots, directory, clock));
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
    }

    private static Progress progress(boolean again) {
        return new Progress() {
            @Override
            public void report(String activity, long done, long total, String unit) {}

            @Override
            public boolean mayHaveRunBefore() {
                return again;
            }
        };
    }

    private static MigrationPlan plan(String policy) {
        return TestCommands.plan("Orders", policy, "");
    }
}
