package dev.sheetway.cli.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.cli.Exit;
import dev.sheetway.cli.Journals;
import dev.sheetway.cli.output.HistoryText;
import dev.sheetway.cli.output.MigrationJson;
import dev.sheetway.cli.output.MigrationText;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.PlanReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalViewTest {

    @Test
    void aCompletedMigrationShowsEachStepWithItsDurationAndThePlaceOfItsEnd() {
        MigrationView view = Journals.complete("sheet", "emulator").view();

        assertThat(view.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(view.steps()).extracting(StepView::step).containsExactlyElementsOf(Step.untilCompletion());
        assertThat(view.step(Step.BACKUP, Direction.FORWARD)).hasValueSatisfying(step -> {
            assertThat(step.duration()).contains(Duration.ofSeconds(1));
            assertThat(step.place()).hasToString("sheetway.journal-4@112");
            assertThat(step.summary()).isEqualTo("\"Spools_v2.1\", 20 cells equal the original");
        });
    }

    @Test
    void aRemovalStandsBesideTheBackupThatItRemoved() {
        Journals journal = Journals.complete("sheet", "emulator").windowClosed();
        assertThat(journal.view().backupsRemovedAt()).isEmpty();
        assertThat(HistoryText.of(List.of(journal.view()))).doesNotContain("removed");

        MigrationView view = journal.backupsRemoved().view();

        Instant at = journal.entries().getLast().entry().header().at();
        assertThat(view.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(view.backupsRemovedAt()).contains(at);
        assertThat(view.step(Step.BACKUP, Direction.FORWARD).flatMap(StepView::result))
                .get()
                .isInstanceOf(StepResult.BackedUp.class);
        assertThat(MigrationText.detailed(view))
                .contains("remove-backup", "removed: spreadsheet copy", "backups: removed by the plan at " + at);
        assertThat(HistoryText.of(List.of(view))).contains("completed, backups removed");
        assertThat(MigrationJson.summary(view).path("backupsRemovedAt").textValue())
                .isEqualTo(at.toString());
    }

    @Test
    void aBackupThatWasGoneBeforeIsNotToldAsRemoved() {
        MigrationView view = Journals.complete("sheet", "emulator")
                .windowClosed()
                .backupsRemoved(List.of(), List.of("spreadsheet copy"))
                .view();

        assertThat(MigrationText.detailed(view)).contains("(gone before, not removed then: spreadsheet copy)");
    }

    @Test
    void afterTheWindowItSaysHowLongBackupsAreKept() {
        MigrationPlan keeping = PlanReader.readText("""
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: zeues, from: "2.1", to: "3.0" }
                spec:
                  tab: Operaciones
                  backup: { retention: P30D }
                  changes: [ { addColumn: { name: version, type: integer } } ]
                """, "test");
        Journals journal = new Journals("sheet", "emulator", JournalEntry.Kind.MIGRATION);
        journal.add(new JournalEntry.MigrationAccepted(
                        journal.header(Optional.empty(), Direction.FORWARD),
                        "request-1",
                        "ana",
                        JournalEntry.Kind.MIGRATION,
                        false,
                        keeping))
                .opened()
                .backedUp()
                .completed();
        assertThat(MigrationText.detailed(journal.view())).doesNotContain("backups:");
        journal.windowClosed();
        Instant until = journal.entries().getLast().entry().header().at().plus(Duration.ofDays(30));

        assertThat(MigrationText.detailed(journal.view())).contains("backups: kept until " + until + " by the plan");
        assertThat(MigrationJson.summary(journal.view())
                        .path("backupsKeptUntil")
                        .textValue())
                .isEqualTo(until.toString());
        journal.commanded(Step.REMOVE_BACKUP, Direction.FORWARD);
        assertThat(MigrationText.detailed(journal.view()))
                .contains("backups: kept until " + until + " by the plan; their removal is under way\n");
        journal.failed(
                Step.REMOVE_BACKUP,
                Failure.of(FailureClass.FAILED, "not-the-backup", "another one"),
                Optional.of(new StepResult.Removed("emulator", List.of("spreadsheet copy"), List.of("archive a"))));
        assertThat(MigrationText.detailed(journal.view()))
                .contains("backups: kept until " + until + " by the plan; their removal is given up (not-the-backup),"
                        + " gone already: spreadsheet copy, archive a\n");
    }

    @Test
    void aRemovalThatFailedRemovedNothing() {
        MigrationView view = Journals.complete("sheet", "emulator")
                .windowClosed()
                .commanded(Step.REMOVE_BACKUP, Direction.FORWARD)
                .failed(
                        Step.REMOVE_BACKUP,
                        Failure.of(FailureClass.FAILED, "backup-was-edited", "somebody works in it"),
                        Optional.empty())
                .view();

        assertThat(view.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(view.backupsRemovedAt()).isEmpty();
        assertThat(MigrationText.detailed(view))
                .contains("backup-was-edited: somebody works in it")
                .doesNotContain("backups: removed");
    }

    @Test
    void aFailedStepKeepsItsFailureAndTheReportThatExplainsIt() {
        MigrationView view = Journals.rolledBackByItself("sheet", "emulator").view();

        assertThat(view.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(view.reason()).isEqualTo("step verify failed");
        assertThat(view.step(Step.VERIFY, Direction.FORWARD)).hasValueSatisfying(step -> {
            assertThat(step.state()).isEqualTo(StepView.State.FAILED);
            assertThat(step.failure()).map(Failure::code).contains("checks-failed");
            assertThat(step.result()).isPresent();
        });
    }

    @Test
    void theCallsOfAllAttemptsAndStepsAreSummedUpAndAnAttemptThatToldNoneIsNamed() {
        Journals journal = Journals.live("sheet", "emulator").commanded(Step.OPEN, Direction.FORWARD);
        Failure failure = Failure.of(FailureClass.RETRYABLE, "rate-limited", "429");
        MigrationView view = journal.failed(Step.OPEN, failure, Optional.empty(), Optional.of(new Calls(2, 1)))
                .opened(Optional.of(new Calls(1, 1)))
                .backedUp()
                .view();

        assertThat(view.step(Step.OPEN, Direction.FORWARD))
                .hasValueSatisfying(step -> assertThat(step.calls().brief()).isEqualTo("3 r, 2 w"));
        assertThat(view.step(Step.BACKUP, Direction.FORWARD))
                .hasValueSatisfying(step -> assertThat(step.calls().brief()).isEmpty());
        assertThat(view.calls().text())
                .isEqualTo("at least 5 calls (3 reads, 2 writes); attempts that did not tell theirs: 1");
        assertThat(MigrationText.detailed(view)).contains("CALLS", "3 r, 2 w", "calls to Google: at least 5 calls");
        assertThat(MigrationJson.detailed(view).path("calls").path("untold").intValue())
                .isEqualTo(1);
        assertThat(Journals.complete("sheet", "emulator").view().calls().text()).isEqualTo("not told by the services");
    }

    @Test
    void anotherAttemptKeepsTheTimeOfTheFirst() {
        Journals journal = Journals.live("sheet", "emulator").commanded(Step.OPEN, Direction.FORWARD);
        Failure failure = Failure.of(FailureClass.RETRYABLE, "rate-limited", "429");
        journal.failed(Step.OPEN, failure, Optional.empty())
                .add(new JournalEntry.StepRetried(
                        journal.header(Optional.of(Step.OPEN), Direction.FORWARD), failure, Journals.BEGIN));

        MigrationView view = journal.opened().view();

        assertThat(view.step(Step.OPEN, Direction.FORWARD)).hasValueSatisfying(step -> {
            assertThat(step.attempts()).isEqualTo(2);
            assertThat(step.duration()).contains(Duration.ofSeconds(4));
            assertThat(step.failure()).isEmpty();
        });
    }

    @Test
    void aRejectedSteeringRequestDoesNotChangeWhatTheMigrationCameTo() {
        Journals journal = Journals.complete("sheet", "emulator");

        journal.add(rejected(journal, Optional.empty(), "already-ended"));

        assertThat(journal.view().outcome()).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void aMigrationThatWasRefusedAtOpenIsRejected() {
        Journals journal = Journals.live("sheet", "emulator").commanded(Step.OPEN, Direction.FORWARD);

        journal.add(rejected(journal, Optional.of(Step.OPEN), "unknown-tab"));

        assertThat(journal.view().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(journal.view().outcome().exit()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void aRequestThatCannotBeUsedIsAUsageError() {
        Journals journal = new Journals("sheet", "emulator", JournalEntry.Kind.MIGRATION);

        journal.add(rejected(journal, Optional.empty(), "invalid-plan"));

        assertThat(journal.view().outcome()).isEqualTo(Outcome.INVALID);
        assertThat(journal.view().outcome().exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void entriesOfSeveralMigrationsAreKeptApart() {
        JournalView view = new JournalView();
        Journals one = Journals.complete("one", "emulator");
        Journals other = Journals.live("other", "emulator").opened();
        one.entries().forEach(view::add);
        other.entries().forEach(view::add);

        assertThat(view.migrations()).hasSize(2);
        assertThat(view.migration(other.id())).map(MigrationView::outcome).contains(Outcome.RUNNING);
        assertThat(view.startingWith(one.id().toString().substring(0, 8)))
                .extracting(MigrationView::id)
                .containsExactly(one.id());
    }

    private static JournalEntry rejected(Journals journal, Optional<Step> step, String code) {
        return new JournalEntry.MigrationRejected(
                journal.header(step, Direction.FORWARD), "request-1", "ana", code, "because");
    }
}
