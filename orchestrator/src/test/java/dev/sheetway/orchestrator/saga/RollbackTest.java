package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import dev.sheetway.wire.PlanJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollbackTest {
    private static final List<CommandType> WHOLE_ROLLBACK = List.of(
            CommandType.CONTRACT_SCHEMA,
            CommandType.VERIFY_ROLLBACK,
            CommandType.RUN_SMOKE,
            CommandType.CLOSE_MIGRATION);

    private final Story story = new Story();

    @ParameterizedTest
    @EnumSource(
            value = CommandType.class,
            names = {"EXPAND_SCHEMA", "VERIFY_MIGRATION", "INITIALISE_VALUES", "RUN_SMOKE", "CLOSE_MIGRATION"})
    void restoresTheOldSchemaWhenAStepAfterTheBackupFails(CommandType failing) {
        story.migrate("r").upTo(failing);
        int before = story.commanded().size();

        var kinds = story.fail(FailureClass.FAILED, "broken");

        assertThat(kinds).containsExactly("step-failed", "rollback-started", "step-commanded");
        story.toTheEnd();
        assertThat(story.commanded().subList(before, story.commanded().size())).isEqualTo(WHOLE_ROLLBACK);
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
        assertThat(story.last(JournalEntry.MigrationRolledBack.class).reason()).contains("broken");
        assertThat(story.state().live()).isEmpty();
        assertThat(story.state().reversible()).isEmpty();
    }

    @Test
    void undoesNewestFirstIncludingTheStepThatFailed() {
        story.migrate("r").upTo(CommandType.INITIALISE_VALUES);

        story.fail(FailureClass.FAILED, "broken");

        var contract = (Command.ContractSchema) story.outstanding();
        assertThat(contract.forwardEffects())
                .containsExactly(
                        new EffectId(Story.id("r"), Step.INITIALISE, Direction.FORWARD, 1),
                        new EffectId(Story.id("r"), Step.EXPAND, Direction.FORWARD, 1));
        assertThat(contract.expanded()).isPresent();
    }

    @Test
    void occupiesTheSlotOfACloseThatMayStillLand() {
        story.migrate("r").upTo(CommandType.CLOSE_MIGRATION);

        story.fail(FailureClass.FAILED, "broken");

        assertThat(((Command.ContractSchema) story.outstanding()).forwardEffects())
                .extracting(EffectId::step)
                .containsExactly(Step.CLOSE, Step.INITIALISE, Step.EXPAND);
    }

    @Test
    void contractsAlsoWhenExpandNeverAnswered() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);

        story.fail(FailureClass.FAILED, "broken");

        var contract = (Command.ContractSchema) story.outstanding();
        assertThat(contract.expanded()).isEmpty();
        assertThat(contract.forwardEffects()).extracting(EffectId::step).containsExactly(Step.EXPAND);
    }

    @Test
    void givesTheLockBackWithoutChecksWhenNothingWasWrittenAndTheTabIsGone() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA).fail(FailureClass.FAILED, "broken");
        int before = story.commanded().size();

        story.answer(Answers.completed(
                story.outstanding(), new StepResult.Contracted("emulator", List.of(), Optional.empty(), 0)));

        story.toTheEnd();
        assertThat(story.commanded().subList(before, story.commanded().size()))
                .containsExactly(CommandType.CLOSE_MIGRATION);
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
    }

    @Test
    void provesTheOldSchemaByTheOldSuite() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA).fail(FailureClass.FAILED, "broken");

        story.upTo(CommandType.RUN_SMOKE);

        assertThat(((Command.RunSmoke) story.outstanding()).version()).isEqualTo("2.1");
        story.succeed();
        assertThat(((Command.CloseMigration) story.outstanding()).version()).isEqualTo("2.1");
    }

    @Test
    void runsNoOldSuiteWhereThePlanHasNone() {
        story.migrate("r", TestPlans.withoutOldSuite())
                .upTo(CommandType.EXPAND_SCHEMA)
                .fail(FailureClass.FAILED, "broken");
        int before = story.commanded().size();

        story.toTheEnd();

        assertThat(story.commanded().subList(before, story.commanded().size()))
                .containsExactly(CommandType.VERIFY_ROLLBACK, CommandType.CLOSE_MIGRATION);
    }

    @Test
    void onlyReleasesTheLockWhenTheBackupFails() {
        story.migrate("r").upTo(CommandType.CREATE_BACKUP);

        story.fail(FailureClass.FAILED, "copy-differs");

        assertThat(story.outstanding()).isInstanceOf(Command.CloseMigration.class);
        assertThat(story.outstanding().header().direction()).isEqualTo(Direction.ROLLBACK);
        assertThat(((Command.CloseMigration) story.outstanding()).version()).isEqualTo("2.1");
        story.succeed();
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
    }

    @Test
    void asksAPersonWhereThePlanForbidsAutomaticRollback() {
        story.migrate("r", TestPlans.askingBeforeRollback()).upTo(CommandType.VERIFY_MIGRATION);

        assertThat(story.fail(FailureClass.FAILED, "broken")).containsExactly("step-failed", "migration-paused");

        assertThat(story.stateOf("r")).isEqualTo("PAUSED");
        assertThat(story.steer(Steering.ROLLBACK, "r")).containsExactly("rollback-started", "step-commanded");
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
    }

    @Test
    void keepsOnlyItsSpreadsheetWhenItIsStuckAndGoesOnWhenResumed() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        story.succeed();

        assertThat(story.fail(FailureClass.FAILED, "column-vanished")).containsExactly("step-failed", "rollback-stuck");

        assertThat(story.stateOf("r")).isEqualTo("ROLLBACK_STUCK");
        assertThat(story.request(Story.migrateRequest("other", TestPlans.zeues(), false)))
                .containsExactly("migration-rejected");
        assertThat(story.steer(Steering.RESUME, "r")).containsExactly("migration-resumed", "step-commanded");
        assertThat(story.outstanding()).isInstanceOf(Command.VerifyRollback.class);
        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
    }

    @Test
    void rollsBackACompletedMigrationOnRequestInsideItsWindow() {
        story.migrate("r").toTheEnd();
        int before = story.commanded().size();

        var kinds = story.after(Duration.ofDays(7).minusMillis(1)).steer(Steering.ROLLBACK, "r");

        assertThat(kinds).containsExactly("rollback-started", "step-commanded");
        assertThat(((Command.ContractSchema) story.outstanding()).forwardEffects())
                .extracting(EffectId::step)
                .containsExactly(Step.CLOSE, Step.INITIALISE, Step.EXPAND);
        story.toTheEnd();
        assertThat(story.commanded().subList(before, story.commanded().size())).isEqualTo(WHOLE_ROLLBACK);
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
        assertThat(story.state().ended()).hasSize(1);
        assertThat(((Command.CloseMigration) story.commands().getLast()).completedSteps())
                .as("steps that the first close has not told already")
                .allMatch(step -> step.direction() == Direction.ROLLBACK);
    }

    @Test
    void refusesARollbackOutsideItsWindowAndNamesBothDates() {
        story.migrate("r").toTheEnd();

        story.after(Duration.ofDays(7)).steer(Steering.ROLLBACK, "r");

        var rejected = story.last(JournalEntry.MigrationRejected.class);
        assertThat(rejected.code()).isEqualTo("window-over");
        assertThat(rejected.message())
                .contains("until 2026-03-08T00:00:00Z", story.now().toString())
                .doesNotContain("others");
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
    }

    /** The reference system's window began with its newest log file, and a dry run writes one. */
    @Test
    void aPreviewDoesNotMoveTheWindow() {
        story.migrate("r").toTheEnd();
        var plan = TestPlans.zeues();
        story.after(Duration.ofDays(6))
                .request(new Request.Preview("p", Story.SHEET, "ada", plan, PlanJson.checksum(plan)));
        story.succeed();

        story.after(Duration.ofDays(1)).steer(Steering.ROLLBACK, "r");

        var rejected = story.last(JournalEntry.MigrationRejected.class);
        assertThat(rejected.code()).isEqualTo("window-over");
        assertThat(rejected.message()).contains("2026-03-08T00:00:00Z");
    }

    @Test
    void closesTheWindowByTickOnceAndForgetsThePlan() {
        story.migrate("r").toTheEnd();
        assertThat(story.after(Duration.ofDays(7).minusMillis(1)).tick())
                .as("the verification on probation, late")
                .containsExactly("migration-accepted", "step-commanded");
        story.succeed();

        assertThat(story.after(Duration.ofMillis(1)).tick()).containsExactly("rollback-window-closed");

        assertThat(story.state().reversible()).isEmpty();
        assertThat(story.tick()).isEmpty();
        assertThat(DueTimes.next(story.state())).isEmpty();
    }

    @Test
    void rollsBackOnlyTheNewestMigration() {
        story.migrate("first").toTheEnd();
        story.migrate("second", TestPlans.next()).toTheEnd();

        story.steer(Steering.ROLLBACK, "first");

        var rejected = story.last(JournalEntry.MigrationRejected.class);
        assertThat(rejected.code()).isEqualTo("not-the-newest-migration");
        assertThat(rejected.message()).contains(Story.id("second").toString());
        story.steer(Steering.ROLLBACK, "second");
        story.toTheEnd();
        assertThat(story.steer(Steering.ROLLBACK, "first"))
                .as("now it is the newest again")
                .containsExactly("rollback-started", "step-commanded");
    }

    @Test
    void closesTheOldestWindowWhenTooManyAreOpen() {
        for (int i = 1; i <= SpreadsheetState.MOST_REVERSIBLE; i++) {
            story.migrate("r" + i).toTheEnd();
        }

        story.migrate("another").toTheEnd();

        assertThat(story.last(JournalEntry.RollbackWindowClosed.class).header().migrationId())
                .isEqualTo(Story.id("r1"));
        assertThat(story.state().reversible()).hasSize(SpreadsheetState.MOST_REVERSIBLE);
    }

    @Test
    void refusesARollbackThatOthersOvertookAndNamesTheLastOfThemAndNoRequestThatCameLate() {
        for (int i = 0; i <= SpreadsheetState.MOST_REVERSIBLE; i++) {
            story.after(Duration.ofMinutes(1)).migrate("r" + i).toTheEnd();
        }

        story.after(Duration.ofMinutes(1)).steer(Steering.ROLLBACK, "r0");

        var rejected = story.last(JournalEntry.MigrationRejected.class);
        assertThat(rejected.code()).isEqualTo("window-over");
        assertThat(rejected.message())
                .contains(
                        "until 3 others had completed after it", Story.id("r3").toString(), "2026-03-01T00:04:00Z")
                .doesNotContain(story.now().toString());
    }

    @Test
    void aNoOpIsNotTheNewestMigration() {
        story.migrate("first").toTheEnd();
        story.migrate("again");
        story.answer(Answers.alreadyMigrated(story.outstanding()));

        assertThat(story.steer(Steering.ROLLBACK, "first")).containsExactly("rollback-started", "step-commanded");
        story.toTheEnd();
        story.steer(Steering.ROLLBACK, "again");
        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("already-ended");
    }

    @Test
    void cancelBeforeAnyEffectOnlyReleasesTheLock() {
        story.migrate("r").upTo(CommandType.CREATE_BACKUP);

        story.steer(Steering.CANCEL, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.CloseMigration.class);
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("ROLLED_BACK");
    }

    @Test
    void cancelAfterAnEffectRollsBack() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION);

        story.steer(Steering.CANCEL, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);
        assertThat(story.last(JournalEntry.RollbackStarted.class).requestId()).contains("steer-1");
    }

    @Test
    void cancelNeedsNoParticipantWhenTheLockWasNeverTaken() {
        story.migrate("r").fail(FailureClass.PAUSE, "no-permission");

        assertThat(story.steer(Steering.CANCEL, "r")).containsExactly("rollback-started", "migration-rolled-back");
    }

    @Test
    void cancelWhileOpenIsUnderWayReleasesALockThatMayYetBeTaken() {
        story.migrate("r");

        story.steer(Steering.CANCEL, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.CloseMigration.class);
    }

    @Test
    void aLateForwardAnswerChangesNothingOnceTheRollbackHasStarted() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION);
        Command late = story.outstanding();
        story.steer(Steering.CANCEL, "r");

        assertThat(story.answer(Answers.success(late))).isEmpty();
        assertThat(story.answer(Answers.failure(late, FailureClass.FAILED, "broken")))
                .isEmpty();
    }
}
