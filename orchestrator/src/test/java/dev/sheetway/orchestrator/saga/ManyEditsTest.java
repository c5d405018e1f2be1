package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.command.EditsAccepted;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalEntry.Accepted;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.wire.PlanJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** More edits than verification lets pass by itself: whoever resumes says that they are people's. */
class ManyEditsTest {
    private final Story story = new Story();

    private void paused() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION);
        story.fail(FailureClass.PAUSE, "too-many-edits");
    }

    private Optional<EditsAccepted> accepted() {
        return switch (story.outstanding()) {
            case Command.VerifyMigration verify -> verify.editsAccepted();
            case Command.VerifyRollback verify -> verify.editsAccepted();
            case Command other -> throw new AssertionError("no verification: " + other);
        };
    }

    @Test
    void theVerificationAfterAResumptionAcceptsThemAndTheJournalSaysWhoDidAndWhen() {
        paused();
        assertThat(story.stateOf("r")).isEqualTo("PAUSED");

        story.steer(Steering.RESUME, "r");

        var resumed = story.last(JournalEntry.MigrationResumed.class);
        assertThat(resumed.accepts()).contains(Accepted.EDITS);
        assertThat(resumed.requestedBy()).isEqualTo("grace");
        assertThat(accepted())
                .contains(new EditsAccepted("grace", resumed.header().at()));
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
    }

    @Test
    void aPauseForAnotherReasonAcceptsNothing() {
        for (String code : List.of("no-permission", "backup-unreadable")) {
            Story other = new Story();
            other.migrate("r").upTo(CommandType.VERIFY_MIGRATION);
            other.fail(FailureClass.PAUSE, code);

            other.steer(Steering.RESUME, "r");

            assertThat(other.last(JournalEntry.MigrationResumed.class).accepts())
                    .isEmpty();
            assertThat(((Command.VerifyMigration) other.outstanding()).editsAccepted())
                    .isEmpty();
        }
    }

    @Test
    void aPauseThatSomebodyAskedForAcceptsNothing() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION);
        story.steer(Steering.PAUSE, "r");

        story.steer(Steering.RESUME, "r");

        assertThat(story.last(JournalEntry.MigrationResumed.class).accepts()).isEmpty();
        assertThat(accepted()).isEmpty();
    }

    @Test
    void theVerificationOfARollbackAcceptsThemToo() {
        story.migrate("r").toTheEnd();
        story.steer(Steering.ROLLBACK, "r");
        story.upTo(CommandType.VERIFY_ROLLBACK);
        story.fail(FailureClass.PAUSE, "too-many-edits");

        story.steer(Steering.RESUME, "r");

        assertThat(accepted()).map(EditsAccepted::by).contains("grace");
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
    }

    @Test
    void whatWasAcceptedForwardIsAcceptedOnTheWayBackAndAfterAnotherPause() {
        paused();
        story.steer(Steering.RESUME, "r");
        story.upTo(CommandType.RUN_SMOKE);
        story.fail(FailureClass.FAILED, "smoke-failed");
        story.upTo(CommandType.VERIFY_ROLLBACK);
        assertThat(accepted()).map(EditsAccepted::by).contains("grace");
        story.fail(FailureClass.PAUSE, "no-permission");

        story.steer(Steering.RESUME, "r");

        assertThat(accepted()).map(EditsAccepted::by).contains("grace");
    }

    @Test
    void aLaterVerificationOfTheMigrationAcceptsThemToo() {
        paused();
        story.steer(Steering.RESUME, "r");
        story.toTheEnd();
        var plan = TestPlans.zeues();

        story.request(new Request.Verify("v", Story.SHEET, "ada", plan, PlanJson.checksum(plan)));

        assertThat(accepted()).map(EditsAccepted::by).contains("grace");
    }

    @Test
    void aRestoreTakesEditsBackSoThatNoneIsAcceptedUnlessSomebodySaysSoAgain() {
        paused();
        story.steer(Steering.RESUME, "r");
        story.toTheEnd();
        story.steer(Steering.RESTORE, "r");
        story.upTo(CommandType.VERIFY_ROLLBACK);

        assertThat(accepted()).isEmpty();

        story.fail(FailureClass.PAUSE, "too-many-edits");
        story.steer(Steering.RESUME, "r");
        assertThat(accepted()).map(EditsAccepted::by).contains("grace");
    }
}
