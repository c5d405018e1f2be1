package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.wire.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestTest {
    private final Story story = new Story();

    private JournalEntry.MigrationRejected rejected() {
        return story.last(JournalEntry.MigrationRejected.class);
    }

    @Test
    void ignoresACopyWhileTheMigrationLivesAndForEverAfter() {
        Request request = Story.migrateRequest("r", TestPlans.zeues(), false);
        story.request(request);

        assertThat(story.request(request)).isEmpty();
        story.toTheEnd();
        assertThat(story.request(request)).isEmpty();
        story.after(Duration.ofDays(400)).tick();
        assertThat(story.on(new Input.Requested(request, Story.START))).isEmpty();
    }

    @Test
    void rejectsOtherContentUnderAKnownId() {
        story.migrate("r");

        assertThat(story.request(Story.migrateRequest("r", TestPlans.zeues(), true)))
                .containsExactly("migration-rejected");

        assertThat(rejected().code()).isEqualTo("request-id-reused");
        assertThat(rejected().header().migrationId()).isEqualTo(Story.id("r"));
        assertThat(story.stateOf("r")).as("the first one goes on").isEqualTo("RUNNING");
    }

    @Test
    void rejectsASecondMigrationAndNamesTheFirst() {
        story.migrate("r");

        story.migrate("other");

        assertThat(rejected().code()).isEqualTo("spreadsheet-busy");
        assertThat(rejected().message()).contains(Story.id("r").toString());
        assertThat(rejected().requestId()).isEqualTo("other");
        assertThat(rejected().header().migrationId()).isEqualTo(Story.id("other"));
        assertThat(rejected().header().state()).isEqualTo("REJECTED");
    }

    @Test
    void aCopyOfARejectedRequestDoesNotRunLater() {
        Request request = Story.migrateRequest("other", TestPlans.zeues(), false);
        story.migrate("r");
        story.request(request);
        story.toTheEnd();

        assertThat(story.request(request)).isEmpty();
    }

    @Test
    void rejectsWhatWasPublishedMoreThanADayAgo() {
        Request request = Story.migrateRequest("r", TestPlans.zeues(), false);
        story.after(Duration.ofHours(24).plusMillis(1));

        assertThat(story.on(new Input.Requested(request, Story.START))).containsExactly("migration-rejected");

        assertThat(rejected().code()).isEqualTo("request-too-old");
    }

    @Test
    void acceptsWhatWasPublishedADayAgo() {
        Request request = Story.migrateRequest("r", TestPlans.zeues(), false);
        story.after(Duration.ofHours(24));

        assertThat(story.on(new Input.Requested(request, Story.START)))
                .containsExactly("migration-accepted", "step-commanded");
    }

    @Test
    void rejectsAPlanThatChangedAfterItWasCompleted() {
        story.migrate("r").toTheEnd();

        story.migrate("again", TestPlans.reworded());

        assertThat(rejected().code()).isEqualTo("plan-changed");
        assertThat(rejected().message())
                .contains(PlanJson.checksum(TestPlans.zeues()), PlanJson.checksum(TestPlans.reworded()));
    }

    @Test
    void acceptsAChangedPlanAfterTheOldOneWasRolledBack() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        story.toTheEnd();

        story.migrate("again", TestPlans.reworded());

        assertThat(story.stateOf("again")).isEqualTo("RUNNING");
    }

    @Test
    void answersInvalidContentOnce() {
        Input invalid = new Input.Invalid(Story.SHEET, "r", "ada", "invalid-plan", "no changes");

        assertThat(story.on(invalid)).containsExactly("migration-rejected");
        assertThat(rejected().code()).isEqualTo("invalid-plan");
        assertThat(rejected().header().migrationId()).isEqualTo(MigrationId.of(Story.SHEET, "r"));
        assertThat(story.on(invalid)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Steering.class)
    void rejectsSteeringOfAMigrationThatNobodyKnows(Steering steering) {
        story.steer(steering, "nothing");

        assertThat(rejected().code()).isEqualTo("unknown-migration");
        assertThat(rejected().header().migrationId()).isEqualTo(Story.id("nothing"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Steering.class,
            names = {"APPROVE", "PAUSE", "RESUME", "CANCEL"})
    void rejectsSteeringOfAMigrationThatHasEnded(Steering steering) {
        story.migrate("r").toTheEnd();

        story.steer(steering, "r");

        assertThat(rejected().code()).isEqualTo("already-ended");
        assertThat(rejected().header().state()).isEqualTo("COMPLETED");
    }

    @Test
    void rejectsSteeringThatDoesNotFitTheState() {
        story.migrate("r");

        story.steer(Steering.APPROVE, "r");
        assertThat(rejected().code()).isEqualTo("not-awaiting-approval");
        story.steer(Steering.RESUME, "r");
        assertThat(rejected().code()).isEqualTo("not-paused");
        story.steer(Steering.PAUSE, "r");
        story.steer(Steering.PAUSE, "r");
        assertThat(rejected().code()).isEqualTo("already-paused");
        story.steer(Steering.CANCEL, "r");
        story.steer(Steering.CANCEL, "r");
        assertThat(rejected().code()).isEqualTo("already-rolling-back");
    }

    @Test
    void pauseKeepsTheStepAndResumeTriesItAgain() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);

        assertThat(story.steer(Steering.PAUSE, "r")).containsExactly("migration-paused");
        assertThat(OutstandingCommands.of(story.state())).isEmpty();
        assertThat(story.steer(Steering.RESUME, "r")).containsExactly("migration-resumed", "step-commanded");

        assertThat(CommandType.of(story.outstanding())).isEqualTo(CommandType.EXPAND_SCHEMA);
        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
        assertThat(story.outstanding().header().epoch()).isEqualTo(1);
    }

    @Test
    void aCopyOfASteeringRequestSteersOnlyOnce() {
        story.migrate("r");
        Request pause = new Request.Steer("p", Story.SHEET, "ada", Steering.PAUSE, Story.id("r"), "lunch");
        assertThat(story.request(pause)).containsExactly("migration-paused");
        story.steer(Steering.RESUME, "r");

        assertThat(story.request(pause)).isEmpty();
    }

    @Test
    void rollbackOfACompletedMigrationWaitsForNoOther() {
        story.migrate("r").toTheEnd();
        story.migrate("second", TestPlans.next());

        story.steer(Steering.ROLLBACK, "r");

        assertThat(rejected().code()).isEqualTo("spreadsheet-busy");
    }

    @Test
    void previewsNeitherBlockNorAreBlocked() {
        story.migrate("r");
        var plan = TestPlans.zeues();

        assertThat(story.request(new Request.Preview("p", Story.SHEET, "ada", plan, PlanJson.checksum(plan))))
                .containsExactly("migration-accepted", "step-commanded");

        assertThat(OutstandingCommands.of(story.state()))
                .extracting(CommandType::of)
                .containsExactly(CommandType.OPEN_MIGRATION, CommandType.PREVIEW_MIGRATION);
    }

    @Test
    void aPreviewEndsWithItsResultAndLeavesNothingLive() {
        var plan = TestPlans.zeues();
        Request preview = new Request.Preview("p", Story.SHEET, "ada", plan, PlanJson.checksum(plan));
        story.request(preview);

        assertThat(story.succeed()).containsExactly("preview-completed");

        assertThat(story.state().active()).isEmpty();
        assertThat(story.last(JournalEntry.PreviewCompleted.class).header().state())
                .isEqualTo("PREVIEWED");
        assertThat(story.request(preview)).as("a copy").isEmpty();
        story.migrate("p");
        assertThat(rejected().code()).isEqualTo("request-id-reused");
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureClass.class,
            names = {"PAUSE", "FAILED"})
    void aPreviewThatFailsIsOver(FailureClass failureClass) {
        var plan = TestPlans.zeues();
        story.request(new Request.Preview("p", Story.SHEET, "ada", plan, PlanJson.checksum(plan)));

        assertThat(story.fail(failureClass, "no-permission")).containsExactly("step-failed", "preview-failed");

        assertThat(story.state().active()).isEmpty();
    }

    @Test
    void aPreviewCannotBeSteered() {
        var plan = TestPlans.zeues();
        story.request(new Request.Preview("p", Story.SHEET, "ada", plan, PlanJson.checksum(plan)));

        story.steer(Steering.CANCEL, "p");

        assertThat(rejected().code()).isEqualTo("is-a-preview");
    }

    @Test
    void anIdOfAnotherTypeOfRequestIsRejectedWithTheReason() {
        var plan = TestPlans.zeues();
        story.migrate("r");
        story.request(new Request.Steer("s", Story.SHEET, "ada", Steering.PAUSE, Story.id("r"), "lunch"));

        for (Request reused : List.of(
                new Request.Preview("s", Story.SHEET, "ada", plan, PlanJson.checksum(plan)),
                Story.migrateRequest("s", plan, false),
                new Request.Steer("s", Story.SHEET, "ada", Steering.CANCEL, Story.id("r"), "lunch"),
                new Request.Steer("s", Story.SHEET, "ada", Steering.PAUSE, Story.id("other"), "lunch"),
                new Request.Steer("s", Story.SHEET, "ada", Steering.PAUSE, Story.id("r"), "dinner"))) {
            assertThat(story.request(reused)).as("%s", reused).containsExactly("migration-rejected");

            assertThat(rejected().code()).isEqualTo("request-id-reused");
            assertThat(rejected().message()).contains("by a request of type pause; this one is of type");
            assertThat(story.request(reused)).as("a copy of the rejected one").isEmpty();
        }
        assertThat(story.stateOf("r")).isEqualTo("PAUSED");
    }

    @Test
    void aRejectedReuseDoesNotTakeTheIdFromTheRequestThatHadIt() {
        story.migrate("r");
        Request pause = new Request.Steer("s", Story.SHEET, "ada", Steering.PAUSE, Story.id("r"), "lunch");
        story.request(pause);
        story.request(new Request.Steer("s", Story.SHEET, "ada", Steering.CANCEL, Story.id("r"), "lunch"));

        assertThat(story.request(pause)).isEmpty();
    }

    @Test
    void rejectsInvalidContentUnderAKnownId() {
        story.migrate("r");
        Input invalid = new Input.Invalid(Story.SHEET, "r", "ada", "invalid-plan", "no changes");

        assertThat(story.on(invalid)).containsExactly("migration-rejected");
        assertThat(story.on(invalid)).isEmpty();
    }

    @Test
    void forgetsAnswersWhenEveryCopyIsTooOld() {
        Request early = Story.migrateRequest("early", TestPlans.zeues(), false);
        story.migrate("r");
        story.request(early);
        story.toTheEnd();
        story.after(Duration.ofHours(48)).steer(Steering.PAUSE, "nothing");

        assertThat(story.state().answered("early")).isEmpty();
        assertThat(story.on(new Input.Requested(early, Story.START))).containsExactly("migration-rejected");
        assertThat(rejected().code()).isEqualTo("request-too-old");
        assertThat(story.state().ended(Story.id("r"))).as("kept for ever").isPresent();
    }

    @Test
    void forgetsMigrationsThatLeftNothingWhenEveryCopyIsTooOld() {
        Request noop = Story.migrateRequest("noop", TestPlans.zeues(), false);
        story.request(noop);
        story.answer(Answers.alreadyMigrated(story.outstanding()));
        assertThat(story.request(noop)).as("a copy").isEmpty();
        story.after(Duration.ofHours(48));

        story.migrate("refused").fail(FailureClass.FAILED, "drifted");

        assertThat(story.state().ended())
                .extracting(MigrationSummary::migrationId)
                .containsExactly(Story.id("refused"));
        assertThat(story.on(new Input.Requested(noop, Story.START))).containsExactly("migration-rejected");
        assertThat(rejected().code()).isEqualTo("request-too-old");
    }

    @Test
    void staysBoundedAndStillRunsNothingTwice() {
        story.migrate("r");
        Request first = new Request.Steer("first", Story.SHEET, "ada", Steering.PAUSE, Story.id("r"), "lunch");
        story.request(first);
        story.steer(Steering.RESUME, "r");
        Instant published = story.now();
        for (int i = 0; i < AnsweredRequest.MOST + 10; i++) {
            story.after(Duration.ofSeconds(1)).steer(Steering.PAUSE, "nothing");
        }

        assertThat(story.state().answered()).hasSize(AnsweredRequest.MOST);
        assertThat(story.state().answered("first")).isEmpty();
        assertThat(story.on(new Input.Requested(first, published))).containsExactly("migration-rejected");
        assertThat(rejected().code()).isEqualTo("request-too-old");
        assertThat(rejected().message()).contains("it may be one of them");
        assertThat(story.stateOf("r")).isEqualTo("RUNNING");
    }

    @Test
    void aSteeringRequestThatIsWrongIsAnsweredUnderItsMigration() {
        story.migrate("r");
        Input wrong = new Input.Invalid(
                Story.SHEET, "s", "ada", "invalid-request", "unknown key", Optional.of(Story.id("r")));

        assertThat(story.on(wrong)).containsExactly("migration-rejected");

        JournalEntry.MigrationRejected rejected = story.last(JournalEntry.MigrationRejected.class);
        assertThat(rejected.header().migrationId()).isEqualTo(Story.id("r"));
        assertThat(rejected.header().planName()).isEqualTo("zeues");
        assertThat(rejected.requestId()).isEqualTo("s");
        assertThat(story.on(wrong)).as("a copy").isEmpty();
        assertThat(story.stateOf("r")).isEqualTo("RUNNING");
    }
}
