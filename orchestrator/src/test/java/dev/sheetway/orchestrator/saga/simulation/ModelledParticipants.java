package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.orchestrator.fixtures.Answers;
import dev.sheetway.orchestrator.saga.simulation.ModelledSheet.Batch;
import dev.sheetway.orchestrator.saga.simulation.ModelledSheet.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The services: they do what a command says, unless the seed has something else in mind. */
final class ModelledParticipants {
    private final ModelledSheet sheet;
    private final Random random;
    private final List<Batch> late = new ArrayList<>();
    private final Map<CommandId, StepEvent> openAnswers = new HashMap<>();
    private boolean faults = true;

    ModelledParticipants(ModelledSheet sheet, Random random) {
        this.sheet = sheet;
        this.random = random;
    }

    void heal() {
        faults = false;
    }

    boolean hasLateBatches() {
        return !late.isEmpty();
    }

    void landOneLateBatch() {
        sheet.land(late.remove(random.nextInt(late.size())));
    }

    /** Carries the command out and answers; empty when the service dies before it answers. */
    Optional<StepEvent> execute(Command command) {
        if (!(command instanceof Command.OpenMigration)) {
            return answer(command);
        }
        // nothing fences the slot of a refused open: its copies are kept out by the services' memory of answers alone
        StepEvent before = openAnswers.get(command.header().commandId());
        Optional<StepEvent> answer = before == null ? answer(command) : Optional.of(before);
        answer.ifPresent(event -> openAnswers.put(command.header().commandId(), event));
        return answer;
    }

    private Optional<StepEvent> answer(Command command) {
        if (command instanceof Command.OpenMigration
                && sheet.isLockedByAnother(command.header().migrationId())) {
            return Optional.of(Answers.failure(command, FailureClass.FAILED, "locked"));
        }
        if (command instanceof Command.ContractSchema contract) {
            sheet.fence(contract.forwardEffects());
        }
        if (sheet.slot(command.header().effectId()).equals(Optional.of(Slot.FENCED))) {
            return Optional.of(Answers.failure(command, FailureClass.STALE, "slot-taken"));
        }
        return faults && random.nextInt(3) == 0 ? misbehave(command) : succeed(command);
    }

    private Optional<StepEvent> succeed(Command command) {
        sheet.batch(command).ifPresent(sheet::land);
        return Optional.of(Answers.success(command));
    }

    private Optional<StepEvent> misbehave(Command command) {
        boolean opened = command instanceof Command.OpenMigration
                && sheet.slot(command.header().effectId()).isPresent();
        // an open that finds its own lock says so; it refuses nothing any more
        int fault = random.nextInt(opened ? 6 : 8);
        return switch (fault) {
            case 0 -> Optional.of(Answers.failure(command, FailureClass.RETRYABLE, "rate-limited"));
            case 6 -> Optional.of(Answers.failure(command, FailureClass.FAILED, "broken"));
            case 7 -> Optional.of(Answers.failure(command, FailureClass.PAUSE, "no-permission"));
            case 1 -> Optional.of(Answers.failure(command, FailureClass.UNKNOWN, "unavailable"));
            case 2 -> {
                sheet.batch(command).ifPresent(sheet::land);
                yield Optional.of(Answers.failure(command, FailureClass.UNKNOWN, "connection-lost"));
            }
            case 3 -> {
                sheet.batch(command).ifPresent(sheet::land);
                yield Optional.empty();
            }
            case 4 -> {
                landLater(command);
                yield Optional.of(Answers.failure(command, FailureClass.UNKNOWN, "timed-out"));
            }
            case 5 -> {
                landLater(command);
                yield Optional.empty();
            }
            default -> throw new IllegalStateException("no fault " + fault);
        };
    }

    /** An open batch is taken to land within its call: a late lock has no fence yet. */
    private void landLater(Command command) {
        if (!(command instanceof Command.OpenMigration)) {
            sheet.batch(command).ifPresent(late::add);
        }
    }
}
