package dev.sheetway.verify.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.check.Difference;
import dev.sheetway.contracts.event.ExpectedFailure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.event.StepResult.BackedUp;
import dev.sheetway.contracts.event.StepResult.Expanded;
import dev.sheetway.contracts.plan.SmokeAssertion;
import dev.sheetway.participant.Progress;
import dev.sheetway.participant.StepFailedException;
import dev.sheetway.verify.Plans;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The executors over HTTP against the emulator, with the read-only token that the service has. */
class ExecutorsIT {
    private static final Progress SILENT = (activity, done, total, unit) -> {};
    private static final int VERSION = Migrated.OLD_COLUMNS + 2;

    private final TabSizes sizes = new TabSizes();
    private Migrated sheet;
    private BackedUp backup;
    private Expanded expanded;

    @TempDir
    Path archives;

    @BeforeEach
    void migrate() {
        sheet = new Migrated(Plans.zeues());
        backup = sheet.driveCopy();
        expanded = sheet.expand();
    }

    @AfterEach
    void close() {
        sheet.close();
    }

    private StepResult verify() {
        return new MigrationVerification(sheet.reader(), sizes, "emulator")
                .execute(sheet.verify(backup, expanded), SILENT);
    }

    private StepFailedException verifyFails() {
        return catchThrowableOfType(StepFailedException.class, this::verify);
    }

    private StepResult verifyRollback() {
        return new RollbackVerification(sheet.reader(), "emulator").execute(sheet.verifyRollback(backup), SILENT);
    }

    private StepResult smoke(String version) {
        return new SmokeRun(sheet.reader(), sizes, "emulator", System::nanoTime).execute(sheet.smoke(version), SILENT);
    }

    private static CheckReport report(StepResult result) {
        return switch (result) {
            case StepResult.Verified verified -> verified.report();
            case StepResult.RollbackVerified verified -> verified.report();
            default -> throw new AssertionError(result);
        };
    }

    private static Check check(StepResult result, String id) {
        return report(result).checks().stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int calls(String kind) {
        return sheet.emulator().admin().counts().path(kind).asInt();
    }

    @Test
    void theSevenChecksPassOnTheSampleWorkbookWithOneReadAndTheSmokeSuiteWithAnother() {
        StepResult result = verify();

        assertThat(report(result).passed()).isEqualTo(7);
        assertThat(report(result).checks()).allMatch(check -> check.differencesTotal() == 0);
        assertThat(calls("total")).isEqualTo(1);
        assertThat(calls("writes")).isZero();

        StepResult smoked = smoke("3.0");

        assertThat(smoked.summary()).isEqualTo("suite 3.0: 9 passed, 0 failed, 0 skipped");
        assertThat(calls("total")).isEqualTo(2);
    }

    @Test
    void oneVersionThatBecameTextFailsTheThirdCheckAndNamesTheRow() {
        int row = sheet.realRows().get(500);
        sheet.type(row, VERSION, "{\"stringValue\":\"0\"}");

        StepFailedException failed = verifyFails();

        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
        assertThat(failed.failure().code()).isEqualTo("checks-failed");
        assertThat(failed.failure().message())
                .contains("1 of 7 checks failed on tab \"Operaciones\"")
                .contains("initial_values: expected ")
                .contains("(row " + (row + 1) + " column \"version\" not-a-number)");
        assertThat(check(failed.evidence().orElseThrow(), "initial_values").differences())
                .containsExactly(new Difference(row + 1, "version", "not-a-number"));
        assertThat(calls("writes")).isZero();
    }

    @Test
    void whatPeopleDidMeanwhileIsListedAgainstTheDriveCopyAndPassed() {
        sheet.edit("[" + sheet.dimension("insertDimension", "ROWS", 1, 2) + ","
                + sheet.typing(1, 6, "{\"stringValue\":\"MK-NEW\"}") + ","
                + sheet.typing(40, 9, "{\"stringValue\":\"otra\"}") + "]");

        StepResult result = verify();

        assertThat(check(result, "existing_data_intact").differences())
                .containsExactlyInAnyOrder(
                        new Difference(2, sheet.columns().get(6).header(), "row-inserted"),
                        new Difference(41, sheet.columns().get(9).header(), "edited"));
        assertThat(calls("total")).isEqualTo(3);
    }

    @Test
    void whatPeopleDidMeanwhileIsFoundAgainstAnArchiveToo() {
        Migrated archived = new Migrated(Plans.zeues());
        sheet.close();
        sheet = archived;
        backup = archived.archive(archives);
        expanded = archived.expand();
        sheet.type(40, 9, "{\"stringValue\":\"otra\"}");

        StepResult result = verify();

        assertThat(check(result, "existing_data_intact").differences())
                .containsExactly(new Difference(41, sheet.columns().get(9).header(), "edited"));
        assertThat(calls("total")).isEqualTo(1);
    }

    @Test
    void aColumnThatSomebodyInsertsMovesTheNewOnesAndNothingFails() {
        sheet.edit("[" + sheet.dimension("insertDimension", "COLUMNS", 0, 1) + ","
                + sheet.typing(0, 0, "{\"stringValue\":\"MatSys\"}") + "]");

        StepResult result = verify();

        assertThat(check(result, "column_count").actual()).isEqualTo("67 headers, 1 of other people");
        assertThat(check(result, "existing_data_intact").differencesTotal()).isZero();
    }

    @Test
    void aRowWithAKeyThatVanishedFailsTheFifthCheckAlone() {
        sheet.edit("[" + sheet.dimension("deleteDimension", "ROWS", 700, 701) + "]");

        StepFailedException failed = verifyFails();

        assertThat(report(failed.evidence().orElseThrow()).passed()).isEqualTo(6);
        assertThat(check(failed.evidence().orElseThrow(), "existing_data_intact")
                        .differences())
                .containsExactly(new Difference(701, "TAG_SPOOL", "vanished"));
    }

    @Test
    void anEditBetweenTwoCallsOfALookIsLookedAtAgain() {
        sheet.emulator().admin().faults("""
                [{"method":"sheets.spreadsheets.get","nth":1,"when":"after","kind":"userEdit","edit":{"requests":[%s]}}]""".formatted(sheet.dimension("insertDimension", "COLUMNS", 0, 1)));

        StepResult result = verify();

        assertThat(report(result).success()).isTrue();
    }

    @Test
    void anUnreadableBackupPausesWhenItIsNeededAndIsNotMissedOtherwise() {
        backup = sheet.backedUp(Optional.of("no-such-copy"), Optional.empty());
        assertThat(report(verify()).success()).isTrue();

        sheet.type(40, 9, "{\"stringValue\":\"otra\"}");

        StepFailedException failed = verifyFails();
        assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.PAUSE);
        assertThat(failed.failure().code()).isEqualTo("backup-unreadable");
    }

    @Test
    void aTabThatIsGoneFailsAndARenamedOneIsFound() {
        sheet.edit("[{\"updateSheetProperties\":{\"properties\":{\"sheetId\":" + sheet.sheetId()
                + ",\"title\":\"Operaciones 2\"},\"fields\":\"title\"}}]");

        assertThat(report(verify()).success()).isTrue();

        StepFailedException failed = catchThrowableOfType(StepFailedException.class, () -> smoke("3.0"));
        assertThat(failed.failure().code()).isEqualTo("tab-gone");
        assertThat(failed.failure().message())
                .contains("has no tab \"Operaciones\" any more; found [\"Operaciones 2\"");
    }

    @Test
    void aSmokeAssertionThatFailsCarriesTheReport() {
        Migrated strict = new Migrated(Plans.withSmoke(
                "3.0",
                new SmokeAssertion("version is one", SmokeAssertion.Scope.ROWS, "row.version == 1"),
                new SmokeAssertion("66 columns", SmokeAssertion.Scope.HEADER, "columns == 66")));
        sheet.close();
        sheet = strict;
        strict.expand();

        StepFailedException failed = catchThrowableOfType(StepFailedException.class, () -> smoke("3.0"));

        assertThat(failed.failure().code()).isEqualTo("smoke-failed");
        assertThat(failed.failure().message())
                .contains("1 passed, 1 failed, 0 skipped: \"version is one\": 1094 of 1094 real rows: rows 2, 3, ");
        assertThat(failed.evidence()).containsInstanceOf(StepResult.SmokeRan.class);
    }

    @Test
    void afterTheColumnsAreDeletedTheRollbackIsVerified() {
        sheet.edit("[" + sheet.dimension("deleteDimension", "COLUMNS", Migrated.OLD_COLUMNS, VERSION + 1) + "]");

        assertThat(report(verifyRollback()).passed()).isEqualTo(4);
        assertThat(smoke("2.1").summary()).endsWith("0 failed, 0 skipped");
    }

    @Test
    void aReferenceOnAnotherTabThatTheRollbackBrokeFailsAndOneThatWasBrokenBeforeDoesNot() {
        int metadata = sheet.tab("Metadata");
        sheet.type(metadata, 5, 9, "{\"formulaValue\":\"=Operaciones!BN2\"}");
        sheet.edit("[" + sheet.dimension("deleteDimension", "COLUMNS", Migrated.OLD_COLUMNS, VERSION + 1) + "]");

        StepFailedException failed = catchThrowableOfType(StepFailedException.class, this::verifyRollback);

        assertThat(check(failed.evidence().orElseThrow(), "no_new_errors").differences())
                .containsExactly(new Difference(6, "Metadata!J", "new-reference-error"));
        assertThat(report(failed.evidence().orElseThrow()).passed()).isEqualTo(3);

        backup = sheet.driveCopy();

        assertThat(report(verifyRollback()).passed()).isEqualTo(4);
    }

    @Test
    void aSmallTabThatGrewSinceItWasReadIsReadAsAWhole() {
        verify();
        sheet.edit("[" + sheet.dimension("insertDimension", "COLUMNS", 0, 1) + ","
                + sheet.typing(0, 0, "{\"stringValue\":\"MatSys\"}") + "]");

        assertThat(check(verify(), "initial_values").passed()).isTrue();
        // too few columns, then structure and cells; and the backup's, because formulas moved
        assertThat(calls("total")).isEqualTo(5);
    }

    @Test
    void aRollbackThatTookAnotherColumnAlongFails() {
        sheet.edit("[" + sheet.dimension("deleteDimension", "COLUMNS", Migrated.OLD_COLUMNS - 1, VERSION + 1) + "]");

        StepFailedException failed = catchThrowableOfType(StepFailedException.class, this::verifyRollback);

        assertThat(failed.failure().code()).isEqualTo("checks-failed");
        assertThat(failed.failure().message()).contains("column_count_restored");
    }

    @Test
    void aSpreadsheetThatIsNotSharedIsForAPerson() {
        Throwable failed = catchThrowableOfType(RuntimeException.class, () -> new MigrationVerification(
                        dev.sheetway.workspace.google.GoogleWorkspace.connect(
                                        dev.sheetway.workspace.google.GatewaySettings.of(
                                                sheet.baseUri(),
                                                dev.sheetway.workspace.google.TokenSource.fixed(
                                                        "emu.sa.stranger.spreadsheets.readonly")))
                                .reader(),
                        sizes,
                        "emulator")
                .execute(sheet.verify(backup, expanded), SILENT));

        assertThat(failed).isInstanceOfSatisfying(ExpectedFailure.class, expected -> assertThat(
                        expected.failure().failureClass())
                .isEqualTo(FailureClass.PAUSE));
    }
}
