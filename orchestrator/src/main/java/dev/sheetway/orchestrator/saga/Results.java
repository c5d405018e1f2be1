package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepResult;
import java.util.Optional;

/** Whether a completed step's result is one: the saga trusts the report, not the word "completed". */
final class Results {
    private Results() {}

    /** What is wrong with {@code result} as the result of {@code command}; empty when nothing is. */
    static Optional<Failure> contradiction(CommandType command, StepResult result) {
        if (!expected(command).isInstance(result)) {
            return Optional.of(Failure.of(
                    FailureClass.UNKNOWN,
                    "wrong-result",
                    "command " + command.wireName() + " was answered with "
                            + result.getClass().getSimpleName() + ": expected "
                            + expected(command).getSimpleName() + "; it may have been carried out"));
        }
        return switch (result) {
            case StepResult.Verified verified ->
                failedChecks(
                        verified.report().success(),
                        verified.report().passed(),
                        verified.report().total());
            case StepResult.RollbackVerified verified ->
                failedChecks(
                        verified.report().success(),
                        verified.report().passed(),
                        verified.report().total());
            case StepResult.SmokeRan ran ->
                failedChecks(
                        ran.report().success(),
                        ran.report().passed(),
                        ran.report().results().size());
            case StepResult.Opened other -> Optional.empty();
            case StepResult.BackedUp other -> Optional.empty();
            case StepResult.Expanded other -> Optional.empty();
            case StepResult.Initialised other -> Optional.empty();
            case StepResult.Closed other -> Optional.empty();
            case StepResult.Contracted other -> Optional.empty();
            case StepResult.Previewed other -> Optional.empty();
            case StepResult.Restored other -> Optional.empty();
            case StepResult.Baselined other -> Optional.empty();
            case StepResult.Removed other -> Optional.empty();
        };
    }

    private static Optional<Failure> failedChecks(boolean success, long passed, long total) {
        return success
                ? Optional.empty()
                : Optional.of(
                        Failure.of(FailureClass.FAILED, "checks-failed", passed + " of " + total + " checks passed"));
    }

    private static Class<? extends StepResult> expected(CommandType command) {
        return switch (command) {
            case OPEN_MIGRATION -> StepResult.Opened.class;
            case CREATE_BACKUP -> StepResult.BackedUp.class;
            case EXPAND_SCHEMA -> StepResult.Expanded.class;
            case VERIFY_MIGRATION -> StepResult.Verified.class;
            case INITIALISE_VALUES -> StepResult.Initialised.class;
            case RUN_SMOKE -> StepResult.SmokeRan.class;
            case CLOSE_MIGRATION -> StepResult.Closed.class;
            case CONTRACT_SCHEMA -> StepResult.Contracted.class;
            case VERIFY_ROLLBACK -> StepResult.RollbackVerified.class;
            case PREVIEW_MIGRATION -> StepResult.Previewed.class;
            case RESTORE_BACKUP -> StepResult.Restored.class;
            case BASELINE_SCHEMA -> StepResult.Baselined.class;
            case REMOVE_BACKUP -> StepResult.Removed.class;
        };
    }
}
