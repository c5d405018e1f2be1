package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import java.util.Optional;

/** Which leg follows which, and which command carries a leg out. */
final class Route {
    private Route() {}

    /** The step after {@code done} ended well with {@code result}; empty when the direction has come to its end. */
    static Optional<Step> after(Leg done, StepResult result, Migration migration) {
        if (result instanceof StepResult.Opened opened && opened.alreadyMigrated()) {
            return Optional.empty();
        }
        return done.direction() == Direction.FORWARD
                ? afterForward(done.step())
                : afterRollback(done.step(), migration);
    }

    private static Optional<Step> afterForward(Step done) {
        return switch (done) {
            case OPEN -> Optional.of(Step.BACKUP);
            case BACKUP -> Optional.of(Step.EXPAND);
            case EXPAND -> Optional.of(Step.VERIFY);
            case VERIFY -> Optional.of(Step.INITIALISE);
            case INITIALISE -> Optional.of(Step.SMOKE);
            case SMOKE -> Optional.of(Step.CLOSE);
            case CLOSE -> Optional.empty();
        };
    }

    private static Optional<Step> afterRollback(Step done, Migration migration) {
        return switch (done) {
            case EXPAND -> Optional.of(Step.VERIFY);
            case VERIFY -> Optional.of(hasOldSuite(migration) ? Step.SMOKE : Step.CLOSE);
            case SMOKE -> Optional.of(Step.CLOSE);
            case CLOSE -> Optional.empty();
            case OPEN, BACKUP, INITIALISE -> throw new IllegalStateException("step " + done + " has no rollback");
        };
    }

    private static boolean hasOldSuite(Migration migration) {
        return !migration.plan().smokeFor(migration.plan().from()).isEmpty();
    }

    /** Where a rollback begins; empty when there is not even a lock to release. */
    static Optional<Step> firstOfRollback(Trail trail) {
        if (trail.mayHaveChangedTheSheet()) {
            return Optional.of(Step.EXPAND);
        }
        return trail.lock() == Lock.ABSENT ? Optional.empty() : Optional.of(Step.CLOSE);
    }

    /** @throws IllegalStateException when no command carries the leg out */
    static CommandType command(Leg leg, boolean preview) {
        if (preview) {
            return CommandType.PREVIEW_MIGRATION;
        }
        boolean forward = leg.direction() == Direction.FORWARD;
        return switch (leg.step()) {
            case OPEN -> only(forward, leg, CommandType.OPEN_MIGRATION);
            case BACKUP -> only(forward, leg, CommandType.CREATE_BACKUP);
            case EXPAND -> forward ? CommandType.EXPAND_SCHEMA : CommandType.CONTRACT_SCHEMA;
            case VERIFY -> forward ? CommandType.VERIFY_MIGRATION : CommandType.VERIFY_ROLLBACK;
            case INITIALISE -> only(forward, leg, CommandType.INITIALISE_VALUES);
            case SMOKE -> CommandType.RUN_SMOKE;
            case CLOSE -> CommandType.CLOSE_MIGRATION;
        };
    }

    private static CommandType only(boolean forward, Leg leg, CommandType type) {
        if (!forward) {
            throw new IllegalStateException("step " + leg.step() + " has no rollback");
        }
        return type;
    }
}
