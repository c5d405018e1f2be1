package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.saga.simulation.Execution.Phase;
import dev.sheetway.orchestrator.saga.simulation.ModelledSheet.Batch;
import java.time.Duration;
import java.util.Optional;

/** Takes an execution one phase further; what it reads and writes is the world's. */
final class ModelledService {
    private final World world;
    private final ServiceRules rules;

    ModelledService(World world, ServiceRules rules) {
        this.world = world;
        this.rules = rules;
    }

    /** The execution after its next phase; {@code ACK} is the world's business. */
    Execution advance(Execution execution, Fault fault) {
        return switch (execution.phase()) {
            case FENCE -> fence(execution);
            case LOOK -> look(execution, fault);
            case ACT -> act(execution, fault);
            case LOOK_AGAIN -> lookAgain(execution);
            case ANSWER, ACK -> execution.at(Phase.ACK);
        };
    }

    private Execution fence(Execution execution) {
        for (EffectId effect : rules.fenced(execution.command())) {
            world.land(fence(effect));
        }
        return execution.at(Phase.LOOK);
    }

    private Batch fence(EffectId effect) {
        return new Batch(effect, java.util.List.of(new Change.Fence(rules.slot(effect), effect)));
    }

    private Execution look(Execution execution, Fault fault) {
        Command command = execution.command();
        if (fault != Fault.NONE && fault != Fault.LOST_AFTER && fault != Fault.LATE) {
            return answer(execution, failure(command, fault));
        }
        ModelledSheet seen = world.read();
        EffectId effect = command.header().effectId();
        if (seen.fences().contains(effect)) {
            return answer(execution, Answers.failure(command, FailureClass.STALE, "slot-taken"));
        }
        if (seen.records().contains(effect)) {
            return answer(execution, success(command));
        }
        if (seen.slots().containsKey(rules.slot(command))) {
            return answer(execution, Answers.failure(command, FailureClass.PAUSE, "slot-without-record"));
        }
        if (command instanceof Command.OpenMigration open && isLockedByAnother(seen, open)) {
            return answer(execution, Answers.failure(command, FailureClass.FAILED, "locked"));
        }
        if (command instanceof Command.OpenMigration && hasThatVersion(command)) {
            return answer(execution, Answers.alreadyMigrated(command));
        }
        Optional<Batch> batch = rules.batch(command, seen, world.backup(command));
        return batch.isPresent() ? execution.planning(batch) : answer(execution, withoutBatch(command, seen, fault));
    }

    private boolean isLockedByAnother(ModelledSheet sheet, Command command) {
        MigrationId owner = command.header().migrationId();
        return sheet.lock()
                .filter(holder -> !holder.equals(owner))
                .filter(holder -> !(command instanceof Command.OpenMigration open && rules.takesOver(open, holder)))
                .isPresent();
    }

    /** Some ask for the version that the sheet has had since before the run. */
    private static boolean hasThatVersion(Command command) {
        return (command.header().migrationId().value().getLeastSignificantBits() & 15) == 0;
    }

    private StepEvent withoutBatch(Command command, ModelledSheet seen, Fault fault) {
        return command instanceof Command.RemoveBackup remove ? remove(remove, fault) : onlyRead(command, seen);
    }

    private StepEvent remove(Command.RemoveBackup command, Fault fault) {
        if (!rules.mayRemove(command, world.now())) {
            Duration wait = Duration.between(world.now(), command.notBefore());
            return Answers.failure(
                    command, new Failure(FailureClass.RETRYABLE, "too-early", "not yet", Optional.of(wait)));
        }
        world.remove(command);
        return fault == Fault.NONE ? success(command) : failure(command, fault);
    }

    private StepEvent onlyRead(Command command, ModelledSheet seen) {
        int ours = seen.columnsOf(command.header().migrationId());
        return switch (command) {
            case Command.CreateBackup backup -> {
                StepResult.BackedUp result = world.backUp(backup);
                yield Answers.completed(command, result);
            }
            case Command.VerifyMigration verify
            when ours != Change.ADDED && !world.isWatching(verify) -> Answers.failedChecks(command);
            case Command.VerifyMigration verify
            when world.isWatching(verify) && !seen.typedIntoOurs().isEmpty() -> Answers.failedChecks(command);
            case Command.VerifyRollback verify
            when ours != 0 -> Answers.failure(command, FailureClass.FAILED, "columns-left");
            case Command other -> success(command);
        };
    }

    private Execution act(Execution execution, Fault fault) {
        Command command = execution.command();
        Batch batch = execution.planned().orElseThrow();
        if (world.refusesDeletion(command)) {
            return answer(execution, Answers.failure(command, FailureClass.FAILED, "protected"));
        }
        return switch (fault) {
            case RATE_LIMITED, LOST_BEFORE, NO_PERMISSION, BROKEN -> answer(execution, failure(command, fault));
            case LOST_AFTER -> {
                world.land(batch);
                yield answer(execution, failure(command, fault));
            }
            case LATE -> {
                world.landLater(batch);
                yield answer(execution, failure(command, fault));
            }
            case NONE -> {
                boolean applied = world.land(batch);
                boolean unclear = world.google().takenSlot() == GoogleAnswers.TakenSlot.SERVER_ERROR;
                yield applied
                        ? answer(execution, success(command))
                        : unclear
                                ? answer(execution, failure(command, Fault.LOST_BEFORE))
                                : execution.at(Phase.LOOK_AGAIN);
            }
        };
    }

    /** A refusal is classified by slot and record, never by its text. */
    private Execution lookAgain(Execution execution) {
        Command command = execution.command();
        ModelledSheet seen = world.read();
        EffectId effect = command.header().effectId();
        StepEvent event = seen.records().contains(effect)
                ? success(command)
                : seen.fences().contains(effect)
                        ? Answers.failure(command, FailureClass.STALE, "slot-taken")
                        : seen.slots().containsKey(rules.slot(command))
                                ? Answers.failure(command, FailureClass.PAUSE, "slot-without-record")
                                : isLockedByAnother(seen, command)
                                        ? Answers.failure(command, FailureClass.FAILED, "locked")
                                        : failure(command, Fault.LOST_BEFORE);
        return answer(execution, event);
    }

    private Execution answer(Execution execution, StepEvent event) {
        return execution.answering(event, rules.acksFirst() ? Phase.ACK : Phase.ANSWER);
    }

    private static StepEvent success(Command command) {
        return Answers.success(command);
    }

    private StepEvent failure(Command command, Fault fault) {
        Optional<Duration> wait =
                world.google().tellsRetryAfter() ? Optional.of(Duration.ofSeconds(60)) : Optional.empty();
        return switch (fault) {
            case RATE_LIMITED ->
                Answers.failure(command, new Failure(FailureClass.RETRYABLE, "rate-limited", "slow down", wait));
            case NO_PERMISSION -> Answers.failure(command, FailureClass.PAUSE, "no-permission");
            case BROKEN ->
                command instanceof Command.VerifyMigration
                        ? Answers.failedChecks(command)
                        : Answers.failure(command, FailureClass.FAILED, "broken");
            case NONE, LOST_BEFORE, LOST_AFTER, LATE ->
                Answers.failure(command, FailureClass.UNKNOWN, "connection-lost");
        };
    }
}
