package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.journal.JournalEntry.Kind;
import java.util.Optional;

/** Which leg follows which, and which command carries a leg out. */
final class Route {
    private Route() {}

    /** The step after {@code done} ended well with {@code result}; empty when the direction has come to its end. */
    static Optional<Step> after(Leg done, StepResult result, Migration migration) {
        boolean noop = result instanceof StepResult.Opened opened && opened.alreadyMigrated();
        if (noop || migration.isBaseline()) {
            return Optional.empty();
        }
        if (result instanceof StepResult.Contracted contracted) {
            return Optional.of(afterContraction(contracted, migration));
        }
        return done.direction() == Direction.FORWARD
                ? afterForward(done.step())
                : afterRollback(done.step(), migration);
    }

    /** A restore goes on from where our columns are gone: it puts cells by place. */
    private static Step afterContraction(StepResult.Contracted contracted, Migration migration) {
        if (migration.trail().isRestoring()) {
            return Step.BACKUP;
        }
        return hasNothingToProve(contracted) ? Step.CLOSE : Step.VERIFY;
    }

    /** Expand never took effect, and the table cannot be read: checks would pause for a tab that nobody wants back. */
    private static boolean hasNothingToProve(StepResult.Contracted contracted) {
        return contracted.columnsAfter() == 0
                && contracted.deletedColumns().isEmpty()
                && contracted.restored().isEmpty()
                && contracted.kept().isEmpty();
    }

    private static Optional<Step> afterForward(Step done) {
        return switch (done) {
            case OPEN -> Optional.of(Step.BACKUP);
            case BACKUP -> Optional.of(Step.EXPAND);
            case EXPAND -> Optional.of(Step.VERIFY);
            case VERIFY -> Optional.of(Step.INITIALISE);
            case INITIALISE -> Optional.of(Step.SMOKE);
            case SMOKE -> Optional.of(Step.CLOSE);
            case CLOSE, REMOVE_BACKUP -> Optional.empty();
        };
    }

    private static Optional<Step> afterRollback(Step done, Migration migration) {
        return switch (done) {
            case EXPAND -> Optional.of(Step.VERIFY);
            case VERIFY -> Optional.of(hasOldSuite(migration) ? Step.SMOKE : Step.CLOSE);
            case SMOKE -> Optional.of(Step.CLOSE);
            case CLOSE -> Optional.empty();
            case BACKUP -> Optional.of(Step.VERIFY);
            case OPEN, INITIALISE, REMOVE_BACKUP ->
                throw new IllegalStateException("step " + done + " has no rollback");
        };
    }

    private static boolean hasOldSuite(Migration migration) {
        return !migration.plan().smokeFor(migration.plan().from()).isEmpty();
    }

    /** Where what was accepted begins. */
    static Step first(Kind kind) {
        return switch (kind) {
            case MIGRATION, PREVIEW -> Step.OPEN;
            case VERIFICATION -> Step.VERIFY;
            case BASELINE -> Step.EXPAND;
        };
    }

    /**
     * Where a rollback begins; empty when there is nothing to take back, not even a lock.
     *
     * @param trail as it is once the rollback has started
     */
    static Optional<Step> firstOfRollback(Migration before, Trail trail) {
        if (before.isBaseline()) {
            return Optional.empty();
        }
        if (trail.isRestoring() && contractionIsBehind(before)) {
            return Optional.of(Step.BACKUP);
        }
        if (trail.mayHaveChangedTheSheet()) {
            return Optional.of(Step.EXPAND);
        }
        return trail.lock() == Lock.ABSENT ? Optional.empty() : Optional.of(Step.CLOSE);
    }

    /** It came to its end, or is overtaken because it cannot; one that is under way goes before the restore. */
    private static boolean contractionIsBehind(Migration migration) {
        return migration.trail().hasCompleted(Leg.rollback(Step.EXPAND)) || SteeringDecisions.cannotContract(migration);
    }

    /** @throws IllegalStateException when no command carries the leg out */
    static CommandType command(Leg leg, Kind kind) {
        return switch (kind) {
            case PREVIEW -> CommandType.PREVIEW_MIGRATION;
            case VERIFICATION -> CommandType.VERIFY_MIGRATION;
            case BASELINE -> CommandType.BASELINE_SCHEMA;
            case MIGRATION -> command(leg);
        };
    }

    private static CommandType command(Leg leg) {
        boolean forward = leg.direction() == Direction.FORWARD;
        return switch (leg.step()) {
            case OPEN -> only(forward, leg, CommandType.OPEN_MIGRATION);
            case BACKUP -> forward ? CommandType.CREATE_BACKUP : CommandType.RESTORE_BACKUP;
            case EXPAND -> forward ? CommandType.EXPAND_SCHEMA : CommandType.CONTRACT_SCHEMA;
            case VERIFY -> forward ? CommandType.VERIFY_MIGRATION : CommandType.VERIFY_ROLLBACK;
            case INITIALISE -> only(forward, leg, CommandType.INITIALISE_VALUES);
            case SMOKE -> CommandType.RUN_SMOKE;
            case CLOSE -> CommandType.CLOSE_MIGRATION;
            case REMOVE_BACKUP -> only(forward, leg, CommandType.REMOVE_BACKUP);
        };
    }

    private static CommandType only(boolean forward, Leg leg, CommandType type) {
        if (!forward) {
            throw new IllegalStateException("step " + leg.step() + " has no rollback");
        }
        return type;
    }
}
