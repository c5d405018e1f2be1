package dev.sheetway.orchestrator.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import dev.sheetway.contracts.request.Request.Steering;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestoreTest {
    private final Story story = new Story();

    private String rejection() {
        return story.last(JournalEntry.MigrationRejected.class).code();
    }

    @Test
    void restoresACompletedMigrationFromItsBackup() {
        story.migrate("r").toTheEnd();

        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("rollback-started", "step-commanded");
        story.toTheEnd();

        assertThat(story.commanded())
                .endsWith(
                        CommandType.CONTRACT_SCHEMA,
                        CommandType.RESTORE_BACKUP,
                        CommandType.VERIFY_ROLLBACK,
                        CommandType.RUN_SMOKE,
                        CommandType.CLOSE_MIGRATION);
        assertThat(story.stateOf("r")).isEqualTo("RESTORED");
        assertThat(story.last(JournalEntry.RestoreCompleted.class).reason()).isEqualTo("because of the test");
    }

    @Test
    void overtakesARollbackThatIsStuckAndOccupiesItsSlot() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        story.fail(FailureClass.FAILED, "cannot-contract");
        assertThat(story.stateOf("r")).isEqualTo("ROLLBACK_STUCK");

        story.steer(Steering.RESTORE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.RestoreBackup.class);
        assertThat(((Command.RestoreBackup) story.outstanding()).otherEffects())
                .containsExactly(
                        new EffectId(Story.id("r"), Step.EXPAND, Direction.ROLLBACK, 1),
                        new EffectId(Story.id("r"), Step.EXPAND, Direction.FORWARD, 1));
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("RESTORED");
    }

    @Test
    void aRestoreThatFailsIsStuckAndResumed() {
        story.migrate("r").toTheEnd();
        story.steer(Steering.RESTORE, "r");
        story.succeed();

        story.fail(FailureClass.FAILED, "protected");

        assertThat(story.stateOf("r")).isEqualTo("ROLLBACK_STUCK");
        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("migration-rejected");
        assertThat(rejection()).isEqualTo("already-rolling-back");
        story.steer(Steering.RESUME, "r");
        assertThat(story.outstanding()).isInstanceOf(Command.RestoreBackup.class);
    }

    @Test
    void askedAgainItOvertakesItsOwnContractionThatWaitsForAPerson() {
        story.migrate("r").toTheEnd();
        story.steer(Steering.RESTORE, "r");
        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("migration-rejected");
        story.fail(FailureClass.PAUSE, "repair-met-an-edit");

        story.steer(Steering.RESTORE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.RestoreBackup.class);
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("RESTORED");
    }

    @Test
    void letsAContractionThatIsUnderWayComeToItsEnd() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);

        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("rollback-started", "step-commanded");

        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);
        story.succeed();
        assertThat(story.outstanding()).isInstanceOf(Command.RestoreBackup.class);
        story.toTheEnd();
        assertThat(story.stateOf("r")).isEqualTo("RESTORED");
    }

    @Test
    void letsAContractionThatIsTriedAgainComeToItsEnd() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        story.fail(FailureClass.RETRYABLE, "unavailable");
        assertThat(story.stateOf("r")).isEqualTo("AWAITING_RETRY");

        story.steer(Steering.RESTORE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);
    }

    @Test
    void theContractionOfARollbackThatSomebodyPausedComesFirst() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        story.steer(Steering.PAUSE, "r");

        story.steer(Steering.RESTORE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);
    }

    @Test
    void goesOnFromARollbackWhoseColumnsAreGone() {
        story.migrate("r").upTo(CommandType.VERIFY_MIGRATION).fail(FailureClass.FAILED, "broken");
        story.upTo(CommandType.VERIFY_ROLLBACK).fail(FailureClass.FAILED, "differs");

        story.steer(Steering.RESTORE, "r");

        assertThat(story.outstanding()).isInstanceOf(Command.RestoreBackup.class);
    }

    @Test
    void askedAgainItIsNoWayRoundAContractionThatSomebodyPaused() {
        story.migrate("r").toTheEnd();
        story.steer(Steering.RESTORE, "r");
        story.steer(Steering.PAUSE, "r");

        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("migration-rejected");

        assertThat(rejection()).isEqualTo("already-rolling-back");
        story.steer(Steering.RESUME, "r");
        assertThat(story.outstanding()).isInstanceOf(Command.ContractSchema.class);
    }

    /** Earlier builds overtook every contraction, those that somebody had paused as well. */
    @Test
    void readsAJournalInWhichAPausedContractionWasOvertaken() {
        story.migrate("r").toTheEnd();
        story.steer(Steering.RESTORE, "r");
        story.steer(Steering.PAUSE, "r");
        JournalEntry.RollbackStarted again = story.last(JournalEntry.RollbackStarted.class);

        SpreadsheetState state = SagaFold.evolve(SagaFold.evolve(story.state(), again), commandedRestore(again));

        assertThat(OutstandingCommands.of(state)).singleElement().isInstanceOf(Command.RestoreBackup.class);
    }

    private static JournalEntry commandedRestore(JournalEntry.RollbackStarted started) {
        JournalHeader about = started.header();
        EffectId effect = new EffectId(about.migrationId(), Step.BACKUP, Direction.ROLLBACK, 1);
        return new JournalEntry.StepCommanded(
                new JournalHeader(
                        about.migrationId(),
                        about.spreadsheetId(),
                        about.planName(),
                        about.planChecksum(),
                        Optional.of(effect.step()),
                        effect.direction(),
                        1,
                        "ROLLING_BACK",
                        about.at(),
                        about.clock()),
                CommandId.of(effect, 1),
                CommandType.RESTORE_BACKUP,
                effect.epoch(),
                about.at().plusSeconds(240));
    }

    @Test
    void hasNothingToRestoreBeforeExpand() {
        story.migrate("r").upTo(CommandType.CREATE_BACKUP);

        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("migration-rejected");

        assertThat(rejection()).isEqualTo("nothing-to-restore");
    }

    @Test
    void theWindowHoldsForARestoreToo() {
        story.migrate("r").toTheEnd();
        story.after(Duration.ofDays(7)).tick();
        while (!OutstandingCommands.of(story.state()).isEmpty()) {
            story.succeed();
        }

        assertThat(story.steer(Steering.RESTORE, "r")).containsExactly("migration-rejected");

        assertThat(rejection()).isEqualTo("window-over");
    }

    @Test
    void theSpreadsheetIsFreeAfterwards() {
        story.migrate("r").toTheEnd();
        story.steer(Steering.RESTORE, "r");
        story.toTheEnd();

        story.migrate("again").toTheEnd();

        assertThat(story.stateOf("again")).isEqualTo("COMPLETED");
    }
}
