package dev.sheetway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Restored;
import dev.sheetway.contracts.event.StepResult.Rewritten;
import dev.sheetway.emulator.workbook.WorkbookDiff;
import dev.sheetway.workspace.BatchOutcome;
import dev.sheetway.workspace.EffectBatch;
import dev.sheetway.workspace.GatewayException;
import dev.sheetway.workspace.archive.ArchiveReader;
import dev.sheetway.workspace.restore.Restoration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The restore with the real gateway against the emulator over HTTP, under the service's own scopes. */
class RestoreStepIT {
    private static final int ORDERS = 11;
    private static final String BATCH = "sheets.spreadsheets.batchUpdate";

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
        bench.person.edit(
                sheet,
                "{'updateCells':{'start':{'sheetId':11,'rowIndex':3,'columnIndex':1},"
                        + "'fields':'note,dataValidation,userEnteredFormat','rows':[{'values':[{'note':'ask\\nfirst',"
                        + "'dataValidation':{'condition':{'type':'ONE_OF_LIST','values':[{'userEnteredValue':'a'}]},"
                        + "'showCustomUi':true},"
                        + "'userEnteredFormat':{'textFormat':{'bold':true},'backgroundColor':{'red':1}}}]}]}}");
        before = bench.export(sheet);
    }

    @AfterEach
    void reset() {
        bench.reset();
    }

    private BackedUp backUp(String policy) {
        return bench.backUp(sheet, policy);
    }

    private Restored restore(BackedUp backup, String policy, int attempt) {
        return bench.restore(sheet, backup, policy, attempt);
    }

    /** Everything that people do to a table. */
    private void edit() {
        bench.person.type(sheet, ORDERS, 1, 1, "somebody else");
        bench.person.type(sheet, ORDERS, 70, 4, "added below");
        bench.person.edit(
                sheet,
                "{'updateCells':{'start':{'sheetId':11,'rowIndex':3,'columnIndex':1},"
                        + "'fields':'note,dataValidation,userEnteredFormat','rows':[{'values':[{'note':'other'}]}]}}");
        bench.person.edit(
                sheet, "{'deleteDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':10,'endIndex':12}}}");
        bench.person.edit(
                sheet,
                "{'insertDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':20,'endIndex':21},"
                        + "'inheritFromBefore':true}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drive-copy", "archive", "both"})
    void everyCellIsAsInTheBackupAndWhatStoodThereIsKept(String strategy) throws IOException {
        BackedUp backup = backUp("{ strategy: " + strategy + " }");
        edit();
        byte[] edited = bench.export(sheet);

        Restored restored = restore(backup, "{ strategy: " + strategy + " }", 1);

        bench.assertRestored(before, sheet);
        assertThat(restored.cells()).isEqualTo(Orders.CELLS);
        assertThat(written(restored).cells()).isPositive();
        assertThat(written(restored).unlike()).isZero();
        assertThat(written(restored).before()).hasSize(strategy.equals("both") ? 2 : 1);
        assertKept(written(restored).before().getFirst(), edited);
    }

    private static void assertKept(String place, byte[] edited) throws IOException {
        if (place.startsWith("spreadsheet ")) {
            byte[] kept = bench.export(new SpreadsheetId(place.substring("spreadsheet ".length())));
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

        Restored restored = bench.restore(
                new Command.RestoreBackup(
                        BackupBench.header(sheet, 1), BackupBench.plan("{ strategy: drive-copy }"), List.of(), backup),
                Optional.empty(),
                Restoration.Portion.GOOGLE);

        bench.assertRestored(before, sheet);
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
        bench.person.edit(
                sheet, "{'deleteDimension':{'range':{'sheetId':11,'dimension':'ROWS','startIndex':5,'endIndex':6}}}");
        bench.emulator
                .admin()
                .faults("[{\"method\":\"" + BATCH + "\",\"nth\":2,\"when\":\"after\",\"kind\":\"status\","
                        + "\"status\":503},{\"method\":\"" + BATCH
                        + "\",\"nth\":4,\"when\":\"before\",\"kind\":\"status\","
                        + "\"status\":503}]");
        GatewayException crash = catchThrowableOfType(
                GatewayException.class,
                () -> bench.restore(sheet, backup, "{}", 1, new Restoration.Portion(3_000, 100_000)));

        Restored restored = bench.restore(sheet, backup, "{}", 2, new Restoration.Portion(3_000, 100_000));

        assertThat(crash.failure().failureClass()).isEqualTo(FailureClass.UNKNOWN);
        bench.assertRestored(before, sheet);
        assertThat(records(restored)).isGreaterThan(4);
        assertThat(written(restored).before()).isNotEmpty();
    }

    private long records(Restored restored) {
        assertThat(written(restored).cells()).isPositive();
        return bench.google.reader().open(sheet).metadata("sheetway.record").size();
    }

    @Test
    void oneThatIsDeliveredAgainAfterItsEndOverwritesNobodysEdit() {
        BackedUp backup = backUp("{}");
        edit();
        Restored first = restore(backup, "{}", 1);
        bench.person.type(sheet, ORDERS, 1, 1, "typed after the restore");

        Restored again = restore(backup, "{}", 2);

        assertThat(again).isEqualTo(first);
        assertThat(bench.text(sheet, 1, 1)).isEqualTo("typed after the restore");
    }

    @Test
    void aBatchOfAnExecutionThatHungCannotLandBehindTheEnd() {
        BackedUp backup = backUp("{}");
        edit();
        restore(backup, "{}", 1);
        long epochs =
                bench.google.reader().open(sheet).metadata("sheetway.record").size();

        BatchOutcome late = bench.google
                .writer()
                .apply(
                        sheet,
                        new EffectBatch(
                                new EffectId(
                                        BackupBench.header(sheet, 1).migrationId(),
                                        Step.BACKUP,
                                        Direction.ROLLBACK,
                                        (int) epochs),
                                ORDERS,
                                List.of(),
                                "{}"));

        assertThat(late).isInstanceOf(BatchOutcome.AlreadyApplied.class);
    }

    @Test
    void aDeletedTabComesBackUnderItsIdAndOneThatTookItsTitlePausesTheRestore() throws IOException {
        BackedUp backup = backUp("{ strategy: archive }");
        bench.person.edit(
                sheet, "{'deleteSheet':{'sheetId':11}},{'addSheet':{'properties':{'sheetId':99,'title':'Orders'}}}");
        GatewayException refused =
                catchThrowableOfType(GatewayException.class, () -> restore(backup, "{ strategy: archive }", 1));
        bench.person.edit(
                sheet, "{'updateSheetProperties':{'properties':{'sheetId':99,'title':'Mine'},'fields':'title'}}");

        restore(backup, "{ strategy: archive }", 2);

        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(refused.failure().code()).isEqualTo("tab-replaced");
        assertThat(BackupBench.entered(WorkbookDiff.compare(before, bench.export(sheet))))
                .isEmpty();
        assertThat(bench.google.reader().open(sheet).tab(99)).isPresent();
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

        bench.assertRestored(before, sheet);
    }

    @Test
    void laterRoundsOfARollbackAreMadeImpossible() {
        BackedUp backup = backUp("{}");
        EffectId round = new EffectId(BackupBench.header(sheet, 1).migrationId(), Step.EXPAND, Direction.ROLLBACK, 1);
        bench.google.writer().apply(sheet, new EffectBatch(round, ORDERS, List.of(), "{}"));
        bench.restore(
                new Command.RestoreBackup(BackupBench.header(sheet, 1), BackupBench.plan("{}"), List.of(round), backup),
                BackupBench.FOLDER,
                new Restoration.Portion(1_000, 100_000));

        BatchOutcome late = bench.google
                .writer()
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
}
