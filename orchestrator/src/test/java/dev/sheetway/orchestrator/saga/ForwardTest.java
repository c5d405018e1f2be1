package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.command.CompletedStep;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.request.Request.Steering;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.fixtures.TestPlans;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardTest {
    private final Story story = new Story();

    @Test
    void takesTheStepsInOrderAndCompletes() {
        story.migrate("r").toTheEnd();

        assertThat(story.commanded())
                .containsExactly(
                        CommandType.OPEN_MIGRATION,
                        CommandType.CREATE_BACKUP,
                        CommandType.EXPAND_SCHEMA,
                        CommandType.VERIFY_MIGRATION,
                        CommandType.INITIALISE_VALUES,
                        CommandType.RUN_SMOKE,
                        CommandType.CLOSE_MIGRATION);
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
        var completed = story.last(JournalEntry.MigrationCompleted.class);
        assertThat(completed.noop()).isFalse();
        assertThat(completed.rollbackWindowEnds()).isEqualTo(Story.START.plus(Duration.ofDays(7)));
    }

    @Test
    void givesEachCommandWhatTheStepsBeforeFound() {
        story.migrate("r").upTo(CommandType.CLOSE_MIGRATION);

        var expand = (Command.ExpandSchema) story.commands().get(2);
        assertThat(expand.backup()).isEqualTo(Answers.backedUp());
        var verify = (Command.VerifyMigration) story.commands().get(3);
        assertThat(verify.expanded()).isEqualTo(Answers.result(expand));
        assertThat(((Command.RunSmoke) story.commands().get(5)).version()).isEqualTo("3.0");
        var close = (Command.CloseMigration) story.commands().get(6);
        assertThat(close.version()).isEqualTo("3.0");
        assertThat(close.completedSteps())
                .extracting(CompletedStep::step)
                .containsExactly(Step.OPEN, Step.BACKUP, Step.EXPAND, Step.VERIFY, Step.INITIALISE, Step.SMOKE);
    }

    @Test
    void journalsTheCallsThatAnAttemptTold() {
        story.migrate("r");
        Command open = story.outstanding();

        story.answer(new StepEvent.StepFailed(
                EventHeader.answering(open.header()),
                Failure.of(FailureClass.RETRYABLE, "rate-limited", "slow down"),
                Optional.empty(),
                Optional.of(new Calls(3, 0))));
        story.after(Duration.ofHours(1)).tick();
        Command again = story.outstanding();
        story.answer(new StepEvent.StepCompleted(
                EventHeader.answering(again.header()), Answers.result(again), Optional.of(new Calls(1, 1))));

        assertThat(story.last(JournalEntry.StepFailed.class).calls()).contains(new Calls(3, 0));
        assertThat(story.last(JournalEntry.StepCompleted.class).calls()).contains(new Calls(1, 1));
    }

    @Test
    void derivesCommandIdsFromEffectAndAttempt() {
        story.migrate("r");

        var effect = new EffectId(Story.id("r"), Step.OPEN, Direction.FORWARD, 1);
        assertThat(story.outstanding().header().commandId()).isEqualTo(CommandId.of(effect, 1));
        assertThat(story.last(JournalEntry.StepCommanded.class).commandId()).isEqualTo(CommandId.of(effect, 1));
    }

    @Test
    void completesAtOnceWithoutAWriteWhenTheSheetIsMigratedAlready() {
        story.migrate("r");

        var kinds = story.answer(Answers.alreadyMigrated(story.outstanding()));

        assertThat(kinds).containsExactly("step-completed", "migration-completed");
        assertThat(story.last(JournalEntry.MigrationCompleted.class).noop()).isTrue();
        assertThat(story.state().reversible()).isEmpty();
        assertThat(story.commanded()).containsExactly(CommandType.OPEN_MIGRATION);
    }

    @Test
    void waitsForTheApprovalBetweenBackupAndExpand() {
        story.request(Story.migrateRequest("r", TestPlans.zeues(), true));
        story.succeed();

        assertThat(story.succeed()).containsExactly("step-completed", "approval-awaited");
        assertThat(story.stateOf("r")).isEqualTo("AWAITING_APPROVAL");
        assertThat(OutstandingCommands.of(story.state())).isEmpty();

        assertThat(story.steer(Steering.APPROVE, "r")).containsExactly("migration-resumed", "step-commanded");
        assertThat(story.outstanding()).isInstanceOf(Command.ExpandSchema.class);
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("COMPLETED");
    }

    @Test
    void makesANewBackupWhenTheApprovalCameTooLateForTheOldOne() {
        story.request(Story.migrateRequest("r", TestPlans.zeues(), true));
        story.upTo(CommandType.CREATE_BACKUP).succeed();

        story.after(Duration.ofMinutes(61)).steer(Steering.APPROVE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.CreateBackup.class);
        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
        story.answer(Answers.completed(story.outstanding(), Answers.backedUp("copy-2")));
        assertThat(story.outstanding())
                .as("no second approval, and the newer backup wins")
                .isInstanceOfSatisfying(Command.ExpandSchema.class, expand -> assertThat(
                                expand.backup().backupSpreadsheetId())
                        .contains("copy-2"));
        story.upTo(CommandType.CLOSE_MIGRATION).succeed();
        story.steer(Steering.RESTORE, "r");
        story.upTo(CommandType.RESTORE_BACKUP);
        assertThat(((Command.RestoreBackup) story.outstanding()).backup().backupSpreadsheetId())
                .contains("copy-2");
    }

    @Test
    void keepsTheBackupThatIsYoungEnough() {
        story.request(Story.migrateRequest("r", TestPlans.zeues(), true));
        story.upTo(CommandType.CREATE_BACKUP).succeed();

        story.after(Duration.ofMinutes(60)).steer(Steering.APPROVE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.ExpandSchema.class);
    }

    @Test
    void neverReplacesTheBackupOnceExpandWasCommanded() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);
        story.fail(FailureClass.UNKNOWN, "connection-lost");

        story.after(Duration.ofHours(2)).tick();

        assertThat(story.outstanding()).isInstanceOf(Command.ExpandSchema.class);
        assertThat(story.outstanding().header().attempt()).isEqualTo(2);
    }

    @Test
    void refusesWhatOpenRefuses() {
        story.migrate("r");

        assertThat(story.fail(FailureClass.FAILED, "drift")).containsExactly("step-failed", "migration-rejected");

        assertThat(story.stateOf("r")).isEqualTo("REFUSED");
        assertThat(story.last(JournalEntry.MigrationRejected.class).code()).isEqualTo("drift");
        assertThat(story.last(JournalEntry.MigrationRejected.class).requestId()).isEqualTo("r");
        assertThat(story.state().live()).isEmpty();
    }

    @Test
    void releasesTheLockWhenOpenFailsAfterAnAttemptThatMayHaveTakenIt() {
        story.migrate("r");
        story.fail(FailureClass.UNKNOWN, "connection-lost");
        story.after(Duration.ofMinutes(1)).tick();

        story.fail(FailureClass.FAILED, "drift");

        assertThat(story.outstanding()).isInstanceOf(Command.CloseMigration.class);
        assertThat(story.outstanding().header().direction()).isEqualTo(Direction.ROLLBACK);
    }

    @Test
    void doesNotTakeAFailedReportForSuccess() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION);

        story.answer(
                Answers.completed(story.outstanding(), new StepResult.Verified("emulator", Answers.report(false))));

        assertThat(story.last(JournalEntry.StepFailed.class).failure().code()).isEqualTo("checks-failed");
        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);
    }

    @Test
    void asksAgainWhenTheResultIsThatOfAnotherStep() {
        story.migrate("r").upTo(CommandType.EXPAND_SCHEMA);

        story.answer(Answers.completed(story.outstanding(), Answers.backedUp()));

        assertThat(story.last(JournalEntry.StepRetried.class).failure().code()).isEqualTo("wrong-result");
        story.after(Duration.ofMinutes(1)).tick();
        assertThat(story.outstanding()).isInstanceOf(Command.ExpandSchema.class);
    }
}
