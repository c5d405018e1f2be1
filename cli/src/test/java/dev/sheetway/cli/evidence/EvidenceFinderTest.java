package dev.sheetway.cli.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.Journals;
import dev.sheetway.cli.journal.MigrationView;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.journal.JournalEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
