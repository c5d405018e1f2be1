package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final MigrationPlan PLAN = TestPlans.keepingBackupsFor("P30D");
    private final Story story = new Story();

    /** Completed, and the window is closed. */
    private Story beyondTheWindow(MigrationPlan plan) {
        story.migrate("r", plan).toTheEnd();
        story.after(WINDOW).tick();
        // what probation left out
        return story.toTheEnd();
    }

    private Story due() {
        beyondTheWindow(PLAN).after(RETENTION).tick();
        return story;
    }

    @Test
    void hasTheBackupRemovedOnceTheRetentionIsOverAndNotBefore() {
        beyondTheWindow(PLAN);
        Instant end = story.now().plus(RETENTION);
        assertThat(DueTimes.next(story.state())).contains(end);
        assertThat(story.after(RETENTION.minusMillis(1)).tick()).isEmpty();

        assertThat(story.after(Duration.ofMillis(1)).tick()).containsExactly("step-commanded");

        JournalEntry.StepCommanded commanded = story.last(JournalEntry.StepCommanded.class);
        assertThat(commanded.header().step()).contains(Step.REMOVE_BACKUP);
        assertThat(commanded.header().state()).isEqualTo("COMPLETED");
        assertThat(story.outstanding()).isInstanceOfSatisfying(Command.RemoveBackup.class, removal -> {
            assertThat(removal.notBefore()).isEqualTo(end);
            assertThat(removal.backups()).containsExactly(KeptBackup.of(Answers.backedUp()));
            assertThat(removal.header().migrationId()).isEqualTo(Story.id("r"));
        });
        assertThat(story.succeed()).containsExactly("step-completed");
        assertThat(DueTimes.next(story.state())).as("nothing more ever happens").isEmpty();
        assertThat(story.after(RETENTION).tick()).isEmpty();
    }

    @Test
    void aClockThatWasSetBackBehindTheDateMakesTheNextAttemptWaitForIt() {
        beyondTheWindow(PLAN);
        Instant end = story.now().plus(RETENTION);
        story.after(RETENTION).tick();

        assertThat(story.after(Duration.ofDays(-3)).tick()).containsExactly("step-failed", "step-retried");

        assertThat(story.last(JournalEntry.StepRetried.class).notBefore()).isEqualTo(end);
        assertThat(story.after(Duration.ofDays(2)).tick()).isEmpty();
        assertThat(story.after(Duration.ofDays(1)).tick()).containsExactly("step-commanded");
    }

    @Test
    void keepsBackupsForEverWhereThePlanDoesNotSayOtherwise() {
        beyondTheWindow(TestPlans.zeues());

        assertThat(DueTimes.next(story.state())).isEmpty();
        assertThat(story.after(Duration.ofDays(9_999)).tick()).isEmpty();
    }

    @Test
    void aRetentionOfNothingEndsWithTheWindow() {
        story.migrate("r", TestPlans.keepingBackupsFor("PT0S")).toTheEnd();
        assertThat(story.after(WINDOW.minusMillis(1)).tick()).doesNotContain("rollback-window-closed");
        story.toTheEnd();

        assertThat(story.after(Duration.ofMillis(1)).tick())
                .containsExactly("rollback-window-closed", "step-commanded");
    }

    @Test
    void aMigrationThatWasTakenBackKeepsItsBackup() {
        story.migrate("r", PLAN).toTheEnd();
        story.steer(Steering.ROLLBACK, "r");
        story.toTheEnd();

        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
        assertThat(DueTimes.next(story.state())).isEmpty();
    }

    @Test
    void everyBackupGoesThatTheMigrationMade() {
        story.request(Story.migrateRequest("r", PLAN, true));
        story.upTo(CommandType.CREATE_BACKUP).answer(Answers.completed(story.outstanding(), Answers.backedUp("old")));
        story.after(Duration.ofHours(2)).steer(Steering.APPROVE, "r");
        story.answer(Answers.completed(story.outstanding(), Answers.backedUp("new")));
        story.toTheEnd();
        story.after(WINDOW).tick();

        story.toTheEnd().after(RETENTION).tick();

        assertThat(story.outstanding()).isInstanceOfSatisfying(Command.RemoveBackup.class, removal -> assertThat(
                        removal.backups())
                .containsExactly(KeptBackup.of(Answers.backedUp("new")), KeptBackup.of(Answers.backedUp("old"))));
    }

    @Test
    void aCopyThatWasAcceptedTwiceGoesOnce() {
        StepResult.BackedUp first = Answers.backedUp("same");
        StepResult.BackedUp again = new StepResult.BackedUp(
                first.source(),
                first.backupSpreadsheetId(),
                Optional.of("/archives/second"),
                first.name(),
                first.takenAt().plusSeconds(7_200),
                first.cells(),
                first.tabDigests());
        story.request(Story.migrateRequest("r", PLAN, true));
        story.upTo(CommandType.CREATE_BACKUP).answer(Answers.completed(story.outstanding(), first));
        story.after(Duration.ofHours(2)).steer(Steering.APPROVE, "r");
        story.answer(Answers.completed(story.outstanding(), again));
        story.toTheEnd();
        story.after(WINDOW).tick();

        story.toTheEnd().after(RETENTION).tick();

        assertThat(story.outstanding())
                .isInstanceOfSatisfying(Command.RemoveBackup.class, removal -> assertThat(removal.backups())
                        .containsExactly(KeptBackup.of(again)));
    }

    @Test
    void waitsUntilNothingIsUnderWayAndAsksNobodyMeanwhile() {
        beyondTheWindow(PLAN).migrate("next", TestPlans.next());
        story.upTo(CommandType.EXPAND_SCHEMA).fail(FailureClass.PAUSE, "no-permission");
        assertThat(story.after(RETENTION.plusDays(1)).tick()).isEmpty();
        assertThat(DueTimes.next(story.state())).isEmpty();

        story.steer(Steering.RESUME, "next");
        story.toTheEnd();

        assertThat(story.tick()).containsExactly("step-commanded");
        assertThat(story.outstanding()).isInstanceOf(Command.RemoveBackup.class);
    }

    @Test
    void waitsForAVerificationThatReadsTheBackup() {
        story.migrate("r", TestPlans.keepingBackupsFor("PT0S")).toTheEnd();
        story.after(Duration.ofHours(6)).tick();
        story.fail(FailureClass.RETRYABLE, "rate-limited");
        story.after(WINDOW).tick();
        assertThat(story.outstanding()).isInstanceOf(Command.VerifyMigration.class);
        story.succeed();

        story.tick();

        assertThat(story.outstanding()).isInstanceOf(Command.RemoveBackup.class);
    }

    @Test
    void aWindowThatIsClosedEarlyBeginsTheRetentionEarly() {
        for (String request : List.of("1", "2", "3", "4")) {
            story.migrate(request, PLAN).toTheEnd();
        }
        assertThat(story.journal().stream().filter(JournalEntry.RollbackWindowClosed.class::isInstance))
                .singleElement()
                .extracting(entry -> entry.header().migrationId())
                .isEqualTo(Story.id("1"));
        Instant end = story.now().plus(RETENTION);
        story.after(Duration.ofDays(8)).tick();
        story.toTheEnd();

        assertThat(DueTimes.next(story.state())).contains(end);
    }

    @Test
    void aClockThatWasSetBackMakesItLaterAndNeverEarlier() {
        beyondTheWindow(PLAN);
        story.after(RETENTION.minusDays(1)).after(Duration.ofHours(48));
        story.request(new Request.Preview("while the clock is ahead", Story.SHEET, "ada", PLAN, "sha256:any"));
        story.succeed();

        assertThat(story.after(Duration.ofHours(-48)).tick()).isEmpty();
        assertThat(story.after(Duration.ofDays(1)).tick()).containsExactly("step-commanded");
    }

    @Test
    void triesAgainSoonWhatMayPass() {
        due();

        assertThat(story.fail(FailureClass.RETRYABLE, "rate-limited")).containsExactly("step-failed", "step-retried");

        Instant next = story.last(JournalEntry.StepRetried.class).notBefore();
        assertThat(Duration.between(story.now(), next)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(60));
        assertThat(DueTimes.next(story.state())).contains(next);
        assertThat(story.after(Duration.between(story.now(), next)).tick()).containsExactly("step-commanded");
        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
        story.succeed();
        assertThat(DueTimes.next(story.state())).isEmpty();
    }

    @Test
    void triesAgainTheNextDayWhatAPersonMustRepairAndStandsInNobodysWay() {
        due();

        assertThat(story.fail(FailureClass.PAUSE, "permission-denied"))
                .as("no pause: an ended migration waits for nobody")
                .containsExactly("step-failed", "step-retried");

        assertThat(story.last(JournalEntry.StepRetried.class).notBefore())
                .isEqualTo(story.now().plus(Duration.ofDays(1)));
        story.migrate("next", TestPlans.next()).toTheEnd();
        assertThat(story.stateOf("next")).isEqualTo("COMPLETED");
    }

    @Test
    void givesUpWhatIsNotTheBackup() {
        due();

        assertThat(story.fail(FailureClass.FAILED, "not-the-backup")).containsExactly("step-failed");

        assertThat(DueTimes.next(story.state())).isEmpty();
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
    }

    @Test
    void triesSoonThenDailyAndGivesUpAfterAWeekWithAWordOfWhatIsLeft() {
        due();
        for (int attempt = 1; attempt < RetentionDecisions.MOST_FAILURES; attempt++) {
            assertThat(story.fail(FailureClass.RETRYABLE, "unavailable")).endsWith("step-retried");
            Duration wait = Duration.between(
                    story.now(), story.last(JournalEntry.StepRetried.class).notBefore());
            if (attempt <= 5) {
                assertThat(wait).as("wait %d, soon", attempt).isLessThanOrEqualTo(Duration.ofMinutes(5));
            } else {
                assertThat(wait).as("wait %d, daily", attempt).isEqualTo(Duration.ofDays(1));
            }
            assertThat(story.after(wait).tick()).containsExactly("step-commanded");
        }

        assertThat(story.fail(FailureClass.RETRYABLE, "unavailable")).containsExactly("step-failed");

        assertThat(story.last(JournalEntry.StepFailed.class).failure().message())
                .startsWith("gave up after 12 attempts: the backups stay where they are")
                .endsWith("the last attempt: as the test says");
        assertThat(DueTimes.next(story.state())).isEmpty();
    }

    @Test
    void asksAgainWhenNobodyAnswersAndTakesNoLateAnswer() {
        due();
        Command first = story.outstanding();
        assertThat(story.answer(Answers.progress(first, 1))).containsExactly("step-progressed");

        assertThat(story.after(Duration.ofSeconds(240)).tick())
                .as("progress moves the deadline")
                .isEmpty();
        assertThat(story.after(Duration.ofMinutes(5)).tick()).containsExactly("step-failed", "step-retried");
        story.after(Duration.ofSeconds(2)).tick();

        assertThat(story.answer(Answers.success(first))).isEmpty();
        assertThat(story.succeed()).containsExactly("step-completed");
        assertThat(story.answer(Answers.success(first))).as("nor a copy").isEmpty();
    }

    @Test
    void aResultOfAnotherKindIsNone() {
        due();

        assertThat(story.answer(Answers.completed(story.outstanding(), Answers.backedUp())))
                .containsExactly("step-failed", "step-retried");

        assertThat(story.last(JournalEntry.StepFailed.class).failure().message())
                .contains("remove-backup was answered with BackedUp: expected Removed");
    }

    @Test
    void nobodySteersARemoval() {
        due();

        assertThat(story.steer(Steering.PAUSE, "r")).containsExactly("migration-rejected");
        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("migration-rejected");
        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("window-over");
        assertThat(story.succeed()).containsExactly("step-completed");
        assertThat(story.last(JournalEntry.StepCompleted.class).result())
                .isEqualTo(new StepResult.Removed("emulator", List.of("Sheet_v2.1_backup"), List.of()));
    }
}
