package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.wire.PlanJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbationTest {
    private static final Duration INTERVAL = Duration.ofHours(6);
    private final Story story = new Story();

    private Story completed() {
        return story.migrate("r").toTheEnd();
    }

    private java.util.List<String> verify(String requestId, MigrationPlan plan) {
        return story.request(new Request.Verify(requestId, Story.SHEET, "ada", plan, PlanJson.checksum(plan)));
    }

    @Test
    void verifiesFourTimesInADayAndThenNoMore() {
        completed();
        for (int i = 0; i < 4; i++) {
            assertThat(DueTimes.next(story.state())).contains(story.now().plus(INTERVAL));
            assertThat(story.after(INTERVAL).tick()).containsExactly("migration-accepted", "step-commanded");
            assertThat(story.outstanding()).isInstanceOf(Command.VerifyMigration.class);
            assertThat(story.succeed()).containsExactly("verification-completed");
        }

        assertThat(story.after(Duration.ofDays(5)).tick()).isEmpty();
        assertThat(story.after(Duration.ofDays(1)).tick()).containsExactly("rollback-window-closed");
    }

    @Test
    void journalsDriftAndDoesNotRollBack() {
        completed().after(INTERVAL).tick();

        assertThat(story.answer(Answers.failedChecks(story.outstanding())))
                .containsExactly("step-failed", "verification-completed", "drift-detected");

        JournalEntry.DriftDetected drift = story.last(JournalEntry.DriftDetected.class);
        assertThat(drift.header().migrationId()).isEqualTo(Story.id("r"));
        assertThat(drift.header().state()).isEqualTo("COMPLETED");
        assertThat(story.last(JournalEntry.VerificationCompleted.class).header().state())
                .isEqualTo("VERIFICATION_FAILED");
        assertThat(OutstandingCommands.of(story.state())).isEmpty();
        assertThat(story.steer(Steering.ROLLBACK, "r")).containsExactly("rollback-started", "step-commanded");
    }

    @Test
    void aVerificationThatCouldNotReadFindsNoDrift() {
        completed().after(INTERVAL).tick();

        assertThat(story.fail(FailureClass.PAUSE, "no-permission"))
                .containsExactly("step-failed", "verification-completed");
    }

    @Test
    void waitsWhileAnotherMigrationHasTheSheetAndThenWatchesTheNewest() {
        completed();
        story.migrate("next", TestPlans.next());
        assertThat(story.after(INTERVAL).answer(Answers.progress(story.outstanding(), 1)))
                .containsExactly("step-progressed");
        assertThat(story.tick()).isEmpty();

        story.toTheEnd();

        assertThat(story.tick()).isEmpty();
        assertThat(story.after(INTERVAL).tick()).containsExactly("migration-accepted", "step-commanded");
        assertThat(story.outstanding()).isInstanceOfSatisfying(Command.Planned.class, verify -> assertThat(
                        verify.plan().to())
                .isEqualTo("4.0"));
    }

    @Test
    void whatAMigrationChangedMeanwhileIsNoDrift() {
        completed().after(INTERVAL).tick();
        Command verification = story.outstanding();
        story.migrate("next", TestPlans.next());

        assertThat(story.answer(Answers.failedChecks(verification)))
                .containsExactly("step-failed", "verification-completed");
    }

    @Test
    void whatAMigrationChangedInTheSameInstantIsNoDrift() {
        completed().after(INTERVAL).tick();
        Command verification = story.outstanding();
        story.migrate("next", TestPlans.next());
        while (story.state().live().isPresent()) {
            story.answer(Answers.success(OutstandingCommands.of(story.state()).getFirst()));
        }
        assertThat(story.stateOf("next")).isEqualTo("COMPLETED");

        assertThat(story.answer(Answers.failedChecks(verification)))
                .containsExactly("step-failed", "verification-completed");
    }

    @Test
    void theEndOfTheMigrationThatIsVerifiedInTheSameInstantHidesNoDrift() {
        completed();
        verify("v", TestPlans.zeues());

        assertThat(story.answer(Answers.failedChecks(story.outstanding())))
                .containsExactly("step-failed", "verification-completed", "drift-detected");
    }

    @Test
    void aRollbackEndsProbation() {
        completed().steer(Steering.ROLLBACK, "r");
        story.toTheEnd();

        assertThat(story.after(INTERVAL).tick()).isEmpty();
        assertThat(DueTimes.next(story.state())).isEmpty();
    }

    @Test
    void doesNotMakeUpForWhatAnOutageMissed() {
        completed().after(Duration.ofHours(20)).tick();
        story.succeed();

        assertThat(story.after(Duration.ofHours(4)).tick()).contains("step-commanded");
        story.succeed();
        assertThat(story.after(INTERVAL).tick()).isEmpty();
    }

    @Test
    void somebodyElsesUseOfItsRequestIdDoesNotStopProbation() {
        completed();
        String taken = "probation/" + Story.id("r") + "/" + story.now().plus(INTERVAL);
        story.request(new Request.Preview(taken, Story.SHEET, "eve", TestPlans.zeues(), "sha256:any"));
        story.succeed();

        assertThat(story.after(INTERVAL).tick()).containsExactly("migration-accepted", "step-commanded");
    }

    @Test
    void verifiesOnRequest() {
        completed();

        assertThat(verify("v", TestPlans.zeues())).containsExactly("migration-accepted", "step-commanded");
        assertThat(story.succeed()).containsExactly("verification-completed");
        assertThat(verify("v", TestPlans.zeues())).as("a copy").isEmpty();
    }

    @Test
    void verifiesOnlyWhatTheNewestMigrationLeft() {
        assertThat(verify("v", TestPlans.zeues())).containsExactly("migration-rejected");
        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("nothing-to-verify");
        completed();

        assertThat(verify("w", TestPlans.reworded())).containsExactly("migration-rejected");
        story.migrate("next", TestPlans.next()).upTo(CommandType.EXPAND_SCHEMA);
        assertThat(verify("x", TestPlans.zeues())).containsExactly("migration-rejected");
        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("spreadsheet-busy");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, initial_values, wrong-value",
        "FAILED, new_columns_blank, edited-meanwhile",
        "FAILED, existing_data_intact, vanished",
        "PAUSE, existing_data_intact, edited",
        "FAILED, formats_and_formulas, new-error",
    })
    void peopleAtWorkAreNoDriftAndNoFailure(FailureClass failureClass, String check, String kind) {
        completed().after(INTERVAL).tick();

        assertThat(story.answer(Answers.failedCheck(story.outstanding(), failureClass, check, kind)))
                .containsExactly("step-failed", "verification-completed");

        var verified = story.last(JournalEntry.VerificationCompleted.class);
        assertThat(verified.header().state()).isEqualTo("VERIFIED");
        assertThat(verified.failure()).isEmpty();
        assertThat(verified.ordinaryUse()).contains(check + ": 1 (column \"version\" " + kind + ")");
        assertThat(verified.result()).as("the whole report").isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "new_headers, missing",
        "column_mapping, unresolved",
        "initial_values, not-a-number",
        "formats_and_formulas, wrong-format",
        "formats_and_formulas, wrong-validation",
        "formats_and_formulas, wrong-type",
        "formats_and_formulas, new-reference-error",
        "existing_data_intact, column-deleted",
        "existing_data_intact, kind-of-a-newer-release",
    })
    void aFactOfTheSchemaIsDrift(String check, String kind) {
        completed().after(INTERVAL).tick();

        assertThat(story.answer(Answers.failedCheck(story.outstanding(), FailureClass.FAILED, check, kind)))
                .containsExactly("step-failed", "verification-completed", "drift-detected");

        var drift = story.last(JournalEntry.DriftDetected.class);
        assertThat(drift.failure().code()).isEqualTo("schema-drift");
        assertThat(drift.failure().message()).startsWith(check + ": ").contains("nothing rolls back by itself");
    }

    @Test
    void aRenamedColumnIsDriftAlsoWhereItsCheckPasses() {
        completed().after(INTERVAL).tick();

        assertThat(story.answer(Answers.completed(
                        story.outstanding(), Answers.verified("existing_data_intact", true, "header-edited"))))
                .containsExactly("verification-completed", "drift-detected");
    }

    @Test
    void whoAsksForTheChecksGetsTheirVerdict() {
        completed();
        verify("v", TestPlans.zeues());

        assertThat(story.answer(
                        Answers.failedCheck(story.outstanding(), FailureClass.FAILED, "initial_values", "wrong-value")))
                .containsExactly("step-failed", "verification-completed");

        assertThat(story.last(JournalEntry.VerificationCompleted.class).header().state())
                .isEqualTo("VERIFICATION_FAILED");
    }

    @Test
    void whoCallsHimselfProbationGetsTheVerdict() {
        completed();
        MigrationPlan plan = TestPlans.zeues();
        story.request(new Request.Verify("v", Story.SHEET, "sheetway/probation", plan, PlanJson.checksum(plan)));

        story.answer(Answers.failedCheck(story.outstanding(), FailureClass.FAILED, "initial_values", "wrong-value"));

        assertThat(story.last(JournalEntry.VerificationCompleted.class).header().state())
                .isEqualTo("VERIFICATION_FAILED");
    }

    @Test
    void theNextOneIsComputedHoweverLongAnOutageWas() {
        Instant due = Story.START;
        Probation probation = new Probation(due, Duration.ofNanos(3), due.plus(Duration.ofDays(4_000)));

        Optional<Probation> later = probation.after(due.plus(Duration.ofDays(3_650)));

        assertThat(later.orElseThrow().next())
                .isAfter(due.plus(Duration.ofDays(3_650)))
                .isBeforeOrEqualTo(due.plus(Duration.ofDays(3_650)).plusNanos(3));
        assertThat(probation.after(due).orElseThrow().next()).isEqualTo(due.plusNanos(3));
        assertThat(probation.after(due.minusNanos(1))).contains(probation);
    }
}
