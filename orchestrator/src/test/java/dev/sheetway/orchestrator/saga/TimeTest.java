package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeTest {
    private final Story story = new Story();

    @Test
    void triesAgainNotBeforeTheBackOffIsOver() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);
        assertThat(story.fail(FailureClass.RETRYABLE, "unavailable")).containsExactly("step-failed", "step-retried");
        assertThat(story.stateOf("r")).isEqualTo("AWAITING_RETRY");
        Instant due = story.last(JournalEntry.StepRetried.class).notBefore();
        assertThat(Duration.between(story.now(), due)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(DueTimes.next(story.state())).contains(due);

        assertThat(story.after(Duration.between(story.now(), due).minusMillis(1))
                        .tick())
                .isEmpty();
        assertThat(story.after(Duration.ofMillis(1)).tick()).containsExactly("step-commanded");

        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
        assertThat(story.outstanding().header().epoch()).isEqualTo(1);
    }

    @Test
    void whatGoogleAskedForWinsOverTheBackOff() {
        story.migrate("r");

        story.answer(Answers.retryAfter(story.outstanding(), Duration.ofSeconds(77)));

        assertThat(story.last(JournalEntry.StepRetried.class).notBefore())
                .isEqualTo(story.now().plusSeconds(77));
    }

    @Test
    void takesSilenceForAnUnknownOutcomeAndAsksAgain() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);
        assertThat(story.after(Duration.ofSeconds(240).minusMillis(1)).tick()).isEmpty();

        assertThat(story.after(Duration.ofMillis(1)).tick())
                .containsExactly("step-failed", "step-retried", "step-commanded");

        assertThat(story.last(JournalEntry.StepFailed.class).failure().code()).isEqualTo("no-answer");
        assertThat(story.last(JournalEntry.StepFailed.class).failure().failureClass())
                .isEqualTo(FailureClass.UNKNOWN);
        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
    }

    @Test
    void progressMovesTheDeadlineAndIsJournalled() {
        story.migrate("r");
        story.after(Duration.ofSeconds(239));

        assertThat(story.answer(Answers.progress(story.outstanding(), 10))).containsExactly("step-progressed");

        assertThat(story.after(LogClock.TOLERANCE.plusSeconds(239)).tick()).isEmpty();
        assertThat(story.after(Duration.ofSeconds(1)).tick()).contains("step-failed");
    }

    @Test
    void theStartOfAStepIsNotJournalled() {
        story.migrate("r");

        assertThat(story.answer(Answers.started(story.outstanding()))).isEmpty();
    }

    @Test
    void theAnswerToAnEarlierAttemptIsLate() {
        story.migrate("r");
        Command first = story.outstanding();
        story.after(Duration.ofSeconds(240)).tick();

        assertThat(story.answer(Answers.success(first))).isEmpty();
        assertThat(story.succeed()).isNotEmpty();
    }

    @Test
    void givesUpAfterTwentyAttemptsBeforeAnyEffect() {
        story.migrate("r").upTo(CommandType.CREATE_BACKUP);
        for (int attempt = 1; attempt < 20; attempt++) {
            assertThat(story.fail(FailureClass.RETRYABLE, "unavailable")).endsWith("step-retried");
            story.after(Duration.ofMinutes(5)).tick();
        }

        story.fail(FailureClass.RETRYABLE, "unavailable");

        assertThat(story.outstanding()).isInstanceOf(Command.CloseMigration.class);
        assertThat(story.last(JournalEntry.RollbackStarted.class).reason())
                .contains("gave up after 20 attempts", "unavailable");
    }

    @Test
    void asksAPersonAfterSixHoursOnceTheSheetMayBeChanged() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);
        story.fail(FailureClass.UNKNOWN, "connection-lost");
        story.after(Duration.ofMinutes(1)).tick();
        story.fail(FailureClass.UNKNOWN, "connection-lost");
        story.after(Duration.ofHours(6)).tick();

        assertThat(story.fail(FailureClass.UNKNOWN, "connection-lost"))
                .containsExactly("step-failed", "migration-paused");

        assertThat(story.stateOf("r")).isEqualTo("PAUSED");
        assertThat(story.steer(Steering.RESUME, "r")).containsExactly("migration-resumed", "step-commanded");
        assertThat(story.fail(FailureClass.UNKNOWN, "connection-lost"))
                .as("a person's resume starts a new budget")
                .containsExactly("step-failed", "step-retried");
    }

    @Test
    void goesOnAfterAnOutageOfANight() {
        story.migrate("r").upTo(CommandType.CREATE_BACKUP);

        assertThat(story.after(Duration.ofHours(9)).tick())
                .containsExactly("step-failed", "step-retried", "step-commanded");

        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
    }

    @Test
    void pausesForWhatAPersonMustRepair() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);

        assertThat(story.fail(FailureClass.PAUSE, "no-permission")).containsExactly("step-failed", "migration-paused");

        assertThat(story.last(JournalEntry.MigrationPaused.class).code()).isEqualTo("no-permission");
        assertThat(DueTimes.next(story.state())).as("only a person moves it").isEmpty();
    }

    @Test
    void aPauseInTheRollbackResumesInTheRollback() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        story.fail(FailureClass.PAUSE, "no-permission");

        story.steer(Steering.RESUME, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);
    }

    @Test
    void dropsWhatIsStale() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);

        assertThat(story.fail(FailureClass.STALE, "slot-taken")).isEmpty();
    }

    @Test
    void timeNeverGoesBack() {
        story.migrate("r");
        story.after(Duration.ofDays(-1)).succeed();

        assertThat(story.last(JournalEntry.StepCompleted.class).header().at()).isEqualTo(Story.START);
    }

    @Test
    void aRetryThatWasDecidedByAClockThatIsSetBackDoesNotWaitForIt() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);
        story.after(Duration.ofHours(48)).fail(FailureClass.RETRYABLE, "unavailable");

        assertThat(story.after(Duration.ofHours(-48)).tick()).containsExactly("step-commanded");

        JournalEntry.StepCommanded commanded = story.last(JournalEntry.StepCommanded.class);
        assertThat(commanded.header().at())
                .as("time does not go back")
                .isEqualTo(Story.START.plus(Duration.ofHours(48)));
        assertThat(commanded.header().clock()).contains(Story.START);
        assertThat(commanded.deadline()).isEqualTo(Story.START.plusSeconds(240));
        assertThat(story.after(Duration.ofSeconds(1)).tick()).as("once").isEmpty();
    }

    @Test
    void theNextRetryWaitsByTheClockAsItIs() {
        story.migrate("r").after(Duration.ofHours(48)).fail(FailureClass.RETRYABLE, "unavailable");
        story.after(Duration.ofHours(-48)).tick();
        story.fail(FailureClass.RETRYABLE, "unavailable");
        Instant due = story.last(JournalEntry.StepRetried.class).notBefore();

        assertThat(Duration.between(story.now(), due)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
        assertThat(story.after(Duration.between(story.now(), due).minusMillis(1))
                        .tick())
                .isEmpty();
        assertThat(story.after(Duration.ofMillis(1)).tick()).containsExactly("step-commanded");
    }

    @Test
    void asksAgainWhatHasWaitedByAClockThatIsSetBack() {
        story.after(Duration.ofHours(48)).migrate("r");

        assertThat(story.after(Duration.ofHours(-48)).tick())
                .containsExactly("step-failed", "step-retried", "step-commanded");

        assertThat(story.last(JournalEntry.StepFailed.class).failure().code()).isEqualTo("clock-went-back");
        assertThat(story.last(JournalEntry.StepFailed.class).failure().message())
                .contains("has waited since 2026-03-03T00:00:00Z", "reads 2026-03-01T00:00:00Z now", "is sent again");
        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
    }

    @Test
    void aClockThatJumpedAheadAndCameBackUsesUpNoBudget() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);
        story.after(Duration.ofHours(48)).fail(FailureClass.RETRYABLE, "unavailable");
        story.after(Duration.ofHours(-48));
        for (int attempt = 2; attempt < 6; attempt++) {
            story.after(Duration.ofMinutes(6)).tick();

            assertThat(story.fail(FailureClass.RETRYABLE, "unavailable"))
                    .as("attempt %s, half an hour after the first", attempt)
                    .containsExactly("step-failed", "step-retried");
        }
    }

    @Test
    void theBudgetOfASeriesThatBeganWhileTheClockWasAheadCountsFromWhatItReadsAfterwards() {
        story.migrate("r").after(Duration.ofHours(48)).upTo(CommandType.EXPAND_SCHEMA);
        story.after(Duration.ofHours(-48)).tick();
        story.fail(FailureClass.RETRYABLE, "unavailable");
        story.after(Duration.ofHours(6)).tick();

        assertThat(story.fail(FailureClass.RETRYABLE, "unavailable"))
                .containsExactly("step-failed", "migration-paused");
    }

    @Test
    void progressCountsByTheClockOfABrokerThatIsMinutesBehind() {
        Duration skew = Duration.ofMinutes(4);
        story.migrate("r");
        for (int minutes = 1; minutes < 60; minutes++) {
            story.after(Duration.ofMinutes(1).minus(skew)).answer(Answers.progress(story.outstanding(), minutes));

            assertThat(story.after(skew).tick()).as("after %s minutes", minutes).isEmpty();
        }
        assertThat(story.outstanding().header().attempt()).isEqualTo(1);
    }

    @Test
    void clocksOfBrokersThatDifferByMinutesEndNoWait() {
        story.migrate("r").after(Duration.ofMinutes(4)).answer(Answers.progress(story.outstanding(), 1));

        assertThat(story.after(Duration.ofMinutes(-4)).tick()).isEmpty();
        assertThat(story.last(JournalEntry.StepProgressed.class).header().clock())
                .isEmpty();
    }

    @Test
    void aBackupOfAClockThatIsSetBackMayBeAnyAge() {
        story.request(Story.migrateRequest("r", TestPlans.zeues(), true));
        story.upTo(CommandType.CREATE_BACKUP).after(Duration.ofHours(48)).succeed();

        story.after(Duration.ofHours(-47)).steer(Steering.APPROVE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.CreateBackup.class);
        story.succeed();
        assertThat(story.outstanding()).isInstanceOf(Command.ExpandSchema.class);
    }

    @Test
    void aWindowIsOpenForItsWholeTimeWhenTheClockIsSetBack() {
        story.migrate("r").toTheEnd();
        story.after(Duration.ofDays(6));
        story.after(Duration.ofHours(48)).request(preview("while the clock is ahead"));
        story.after(Duration.ofHours(-48));

        assertThat(story.tick()).doesNotContain("rollback-window-closed");
        assertThat(story.after(Duration.ofDays(1).minusMillis(1)).steer(Steering.ROLLBACK, "r"))
                .containsExactly("rollback-started", "step-commanded");
    }

    @Test
    void aWindowClosesOnceTheClockHasPassedItsEndAgain() {
        story.migrate("r").toTheEnd();
        story.after(Duration.ofDays(8)).request(preview("while the clock is ahead"));
        story.after(Duration.ofDays(-2));
        assertThat(story.tick()).doesNotContain("rollback-window-closed");

        assertThat(story.after(Duration.ofDays(1)).tick()).contains("rollback-window-closed");
    }

    @Test
    void aWindowThatClosedWhileTheClockWasAheadIsSaidToHaveClosedByThat() {
        story.migrate("r").toTheEnd();
        story.after(Duration.ofDays(8)).tick();
        assertThat(story.state().reversible()).isEmpty();
        story.after(Duration.ofDays(-6));

        assertThat(story.steer(Steering.ROLLBACK, "r")).containsExactly("migration-rejected");

        assertThat(story.last(JournalEntry.MigrationRejected.class).message())
                .contains(
                        "until 2026-03-08T00:00:00Z",
                        "the log's clock, which reads 2026-03-03T00:00:00Z now, was past that and was set back")
                .doesNotContain("others");
    }

    @Test
    void aRequestIsAsOldAsTheClockSaysNow() {
        story.after(Duration.ofHours(48)).migrate("r");
        story.after(Duration.ofHours(-48));

        assertThat(story.steer(Steering.CANCEL, "r")).containsExactly("rollback-started", "step-commanded");
    }

    @Test
    void whatIsForgottenByAClockThatIsSetBackCannotRunAgain() {
        Request refused = preview("once");
        story.request(refused);
        story.succeed();
        story.after(Duration.ofDays(4)).request(preview("another"));
        story.succeed();
        story.after(Duration.ofDays(-4).plusSeconds(1));

        assertThat(story.on(new Input.Requested(refused, Story.START))).containsExactly("migration-rejected");

        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("request-too-old");
        assertThat(story.request(preview("a new one"))).contains("migration-accepted");
    }

    /** Nobody can tell whether it ran; so nothing runs, and the answer says until when. */
    @Test
    void whatIsForgottenWhileTheClockIsBehindWhatItReadOnceKeepsRequestsOutUntilItHasCaughtUp() {
        story.after(Duration.ofDays(4)).request(preview("while the clock is ahead"));
        story.succeed();
        story.after(Duration.ofDays(-4));
        for (int i = 0; i <= AnsweredRequest.MOST; i++) {
            story.steer(Steering.PAUSE, "nothing");
        }

        assertThat(story.request(preview("a new one"))).containsExactly("migration-rejected");

        assertThat(story.last(JournalEntry.MigrationRejected.class).message())
                .endsWith(
                        "it may be one of them; nothing was changed; the log's clock, which reads 2026-03-01T00:00:00Z"
                                + " now, was set back: send it again under a new id once it has passed that");
        assertThat(story.after(Duration.ofDays(4).plusSeconds(1)).request(preview("later")))
                .contains("migration-accepted");
    }

    private static Request preview(String id) {
        return new Request.Preview(id, Story.SHEET, "ada", TestPlans.zeues(), "sha256:any");
    }
}
