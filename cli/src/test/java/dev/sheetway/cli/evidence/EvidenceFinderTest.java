package dev.sheetway.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.Journals;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.check.Check;
import dev.sheetway.contracts.check.CheckReport;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.PlanReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceFinderTest {

    @Test
    void aCompletedMigrationProvesAllButTheRollback() {
        List<Evidence> evidence = find(Journals.complete("sheet", "google").view());

        assertThat(proven(evidence)).containsExactly(Truth.BACKUP, Truth.COLUMNS, Truth.OLD_DATA, Truth.ONE_SAGA);
        assertThat(evidence).filteredOn(Evidence::proven).allSatisfy(each -> assertThat(
                        each.proof().orElseThrow().source())
                .isEqualTo("google"));
        assertThat(evidence.getFirst().proof().orElseThrow().place()).hasToString("sheetway.journal-4@112");
    }

    @Test
    void aBackupThatThePlanRemovedSinceStaysProven() {
        Journals journal = Journals.complete("sheet", "google").windowClosed();
        Evidence.Proof before = find(journal.view()).getFirst().proof().orElseThrow();

        Evidence.Proof after =
                find(journal.backupsRemoved().view()).getFirst().proof().orElseThrow();

        assertThat(after.place()).isEqualTo(before.place());
        assertThat(after.detail())
                .isEqualTo(before.detail() + "; removed by the plan at "
                        + journal.entries().getLast().entry().header().at());
    }

    @Test
    void aRolledBackMigrationProvesTheRollbackAndNotTheColumns() {
        List<Evidence> evidence =
                find(Journals.rolledBackByItself("sheet", "emulator").view());

        assertThat(proven(evidence)).containsExactly(Truth.BACKUP, Truth.OLD_DATA, Truth.ONE_SAGA, Truth.ROLLBACK);
    }

    @Test
    void aRollbackOfTheSamePlanElsewhereRehearsesThisOne() {
        List<Evidence> evidence = find(
                Journals.complete("sheet", "emulator").view(),
                Journals.rolledBackByItself("copy", "emulator").view());

        assertThat(proven(evidence)).containsExactly(Truth.values());
    }

    @Test
    void anEarlierRollbackOfTheSpreadsheetItselfCountsBeforeARehearsal() {
        MigrationView earlier = Journals.rolledBackByItself("sheet", "emulator", "earlier", Journals.PLAN)
                .view();
        MigrationView elsewhere =
                Journals.rolledBackByItself("copy", "emulator").view();
        MigrationView completed = Journals.complete("sheet", "emulator").view();

        assertThat(rollback(find(completed, earlier, elsewhere)))
                .isEqualTo("migration " + earlier.id() + " was rolled back and verified");
        assertThat(rollback(find(completed, elsewhere)))
                .isEqualTo("the same plan on spreadsheet copy: migration " + elsewhere.id()
                        + " was rolled back and verified");
    }

    @Test
    void aRollbackOfAnotherPlanProvesNothingAboutThisOne() {
        MigrationPlan other = PlanReader.readText("""
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: zeues, from: "2.1", to: "3.0" }
                spec:
                  tab: Operaciones
                  keyColumn: TAG_SPOOL
                  changes:
                    - addColumn: { name: version, type: integer, initial: 1 }
                """, "test");
        MigrationView earlier = Journals.rolledBackByItself("sheet", "emulator", "earlier", other)
                .view();

        assertThat(proven(find(Journals.complete("sheet", "emulator").view(), earlier)))
                .doesNotContain(Truth.ROLLBACK);
    }

    private static String rollback(List<Evidence> evidence) {
        return evidence.getLast().proof().orElseThrow().detail();
    }

    @Test
    void aRehearsalInTheEmulatorProvesNothingAboutGoogle() {
        List<Evidence> evidence = find(
                Journals.complete("sheet", "google").view(),
                Journals.rolledBackByItself("copy", "emulator").view());

        assertThat(proven(evidence)).doesNotContain(Truth.ROLLBACK);
    }

    @Test
    void aPreviewProvesNothingWhateverItsEntriesSay() {
        MigrationView preview = new Journals("sheet", "google", JournalEntry.Kind.PREVIEW)
                .accepted()
                .opened()
                .backedUp()
                .expanded()
                .verified()
                .completed()
                .view();

        assertThat(proven(find(preview))).isEmpty();
    }

    /** The reason this exists: ten green dry runs, and a sheet that nobody had migrated. */
    @Test
    void afterTenDryRunsNothingIsProven() {
        MigrationView[] previews = IntStream.range(0, 10)
                .mapToObj(run -> new Journals("sheet", "google", JournalEntry.Kind.PREVIEW)
                        .accepted()
                        .opened()
                        .backedUp()
                        .expanded()
                        .verified()
                        .rollbackStarted(Optional.empty())
                        .rolledBack()
                        .view())
                .toArray(MigrationView[]::new);
        MigrationView live = Journals.live("sheet", "google").opened().view();

        assertThat(previews).allSatisfy(preview -> assertThat(proven(find(preview, previews)))
                .isEmpty());
        assertThat(proven(find(live, previews))).isEmpty();
    }

    @Test
    void aRestoredMigrationProvesThatTheOldSchemaIsBackAndNoColumns() {
        List<Evidence> evidence = find(Journals.complete("sheet", "google")
                .rollbackStarted(Optional.of("restore"))
                .restored()
                .view());

        assertThat(proven(evidence)).containsExactly(Truth.BACKUP, Truth.OLD_DATA, Truth.ONE_SAGA, Truth.ROLLBACK);
        assertThat(evidence.getLast().proof().orElseThrow().detail()).contains("restored from its backup and verified");
    }

    /** The batch that deletes them may have been applied: nobody can say that they are there. */
    @Test
    void columnsOfARollbackThatIsUnderWayAreNoLongerProven() {
        MigrationView stuck = Journals.complete("sheet", "google")
                .rollbackStarted(Optional.of("r"))
                .commanded(Step.EXPAND, Direction.ROLLBACK)
                .view();

        assertThat(proven(find(stuck))).containsExactly(Truth.BACKUP);
    }

    /** Somebody renamed a column since: the verification at completion is no longer the newest word on it. */
    @Test
    void theNewestVerificationTellsWhetherTheColumnsAreThere() {
        MigrationView completed = Journals.complete("sheet", "google").view();
        MigrationView passed = verification(completed.id(), true);
        MigrationView failed = verification(completed.id(), false);

        assertThat(find(completed, passed).get(1).proof().orElseThrow().place())
                .isEqualTo(passed.step(Step.VERIFY, Direction.FORWARD)
                        .orElseThrow()
                        .place());
        assertThat(proven(find(completed, failed))).containsExactly(Truth.BACKUP, Truth.OLD_DATA, Truth.ONE_SAGA);
    }

    private static MigrationView verification(MigrationId verified, boolean mapping) {
        Journals journal = new Journals("sheet", "google", JournalEntry.Kind.VERIFICATION);
        List<Check> checks = List.of(
                new Check("column_count", true, "", "", List.of(), 0),
                new Check("new_headers", true, "", "", List.of(), 0),
                new Check("column_mapping", mapping, "", "", List.of(), 0));
        return journal.add(new JournalEntry.MigrationAccepted(
                        journal.header(Optional.empty(), Direction.FORWARD),
                        "verify-1",
                        "sheetway",
                        JournalEntry.Kind.VERIFICATION,
                        false,
                        Journals.PLAN,
                        Optional.of(verified),
                        Optional.empty()))
                .add(new JournalEntry.VerificationCompleted(
                        journal.header(Optional.of(Step.VERIFY), Direction.FORWARD),
                        Optional.of(new StepResult.Verified("google", new CheckReport(checks))),
                        mapping
                                ? Optional.empty()
                                : Optional.of(
                                        Failure.of(FailureClass.FAILED, "checks-failed", "1 of 3 checks failed"))))
                .view();
    }

    @Test
    void aRollbackOfAPlanThatRenamesAndDropsAloneIsARollback() {
        MigrationView view = Journals.live("sheet", "google")
                .opened()
                .backedUp()
                .expanded()
                .rollbackStarted(Optional.empty())
                .step(
                        Step.EXPAND,
                        Direction.ROLLBACK,
                        new StepResult.Contracted(
                                "google", List.of(), Optional.empty(), 3, List.of("Armador"), List.of()))
                .step(Step.VERIFY, Direction.ROLLBACK, new StepResult.RollbackVerified("google", Journals.checks(true)))
                .ended()
                .view();

        assertThat(proven(find(view))).contains(Truth.ROLLBACK);
    }

    @Test
    void aMigrationThatIsStillRunningIsNoSagaThatRan() {
        List<Evidence> evidence = find(Journals.live("sheet", "google")
                .opened()
                .backedUp()
                .expanded()
                .verified()
                .view());

        assertThat(proven(evidence)).containsExactly(Truth.BACKUP, Truth.COLUMNS, Truth.OLD_DATA);
    }

    @Test
    void aRollbackThatFoundNothingToDeleteProvesNoRollback() {
        Journals journal = Journals.live("sheet", "google").opened().backedUp().rollbackStarted(Optional.empty());
        journal.add(new JournalEntry.MigrationRolledBack(
                journal.header(Optional.empty(), Direction.ROLLBACK), "cancelled"));

        assertThat(proven(find(journal.view()))).containsExactly(Truth.BACKUP, Truth.ONE_SAGA);
    }

    private static List<Evidence> find(MigrationView migration, MigrationView... others) {
        return new EvidenceFinder(migration, Arrays.asList(others)).find();
    }

    private static List<Truth> proven(List<Evidence> evidence) {
        return evidence.stream().filter(Evidence::proven).map(Evidence::truth).toList();
    }
}
