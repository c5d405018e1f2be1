package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.wire.PlanJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private final Story story = new Story();

    private List<String> baseline(String requestId) {
        MigrationPlan plan = TestPlans.baseline();
        return story.request(new Request.Baseline(requestId, Story.SHEET, "ada", plan, PlanJson.checksum(plan)));
    }

    @Test
    void isOneCommandWithoutBackup() {
        assertThat(baseline("b")).containsExactly("migration-accepted", "step-commanded");
        assertThat(story.outstanding()).isInstanceOf(Command.BaselineSchema.class);

        assertThat(story.succeed()).containsExactly("step-completed", "baseline-completed");

        assertThat(story.stateOf("b")).isEqualTo("BASELINED");
        assertThat(baseline("b")).as("a copy").isEmpty();
        story.migrate("r").toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
    }

    @Test
    void hasTheSpreadsheetWhileItRuns() {
        baseline("b");

        story.migrate("r");

        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("spreadsheet-busy");
    }

    @Test
    void namesTheLocksThatNobodyWillGiveBack() {
        story.migrate("r").fail(FailureClass.FAILED, "drifted");

        baseline("b");

        assertThat(((Command.BaselineSchema) story.outstanding()).abandoned()).contains(List.of(Story.id("r")));
    }

    @Test
    void aFailureRefusesIt() {
        baseline("b");

        assertThat(story.fail(FailureClass.FAILED, "locked")).containsExactly("step-failed", "migration-rejected");

        assertThat(story.stateOf("b")).isEqualTo("REFUSED");
    }

    @Test
    void aPausedOneIsResumedOrCancelled() {
        baseline("b");
        story.fail(FailureClass.PAUSE, "no-permission");
        assertThat(story.steer(Steering.RESUME, "b")).containsExactly("migration-resumed", "step-commanded");
        story.fail(FailureClass.PAUSE, "no-permission");

        assertThat(story.steer(Steering.CANCEL, "b")).containsExactly("rollback-started", "migration-rolled-back");

        assertThat(story.stateOf("b")).isEqualTo("ROLLED_BACK");
    }

    @Test
    void cannotBeRolledBackAfterwards() {
        baseline("b");
        story.succeed();

        assertThat(story.steer(Steering.ROLLBACK, "b")).containsExactly("migration-rejected");

        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("already-ended");
    }
}
