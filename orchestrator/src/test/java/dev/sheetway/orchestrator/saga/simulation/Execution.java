package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.orchestrator.saga.simulation.ModelledSheet.Batch;
import java.util.Optional;

/**
 * A service at work on one delivery of a command. It may die after every phase, or live on as a zombie while its
 * successor does the same.
 *
 * @param planned the batch as it was planned on what {@code LOOK} saw
 * @param answer what is about to be sent
 */
record Execution(Command command, Phase phase, Optional<Batch> planned, Optional<StepEvent> answer, boolean zombie) {
    enum Phase {
        /** Takes the slots that must not be used any more. */
        FENCE,
        /** Reads slot, record and layout, and plans. */
        LOOK,
        /** Sends the batch. */
        ACT,
        /** The batch was refused: reads slot and record. */
        LOOK_AGAIN,
        ANSWER,
        /** Commits the offset. */
        ACK
    }

    static Execution of(Command command) {
        return new Execution(command, Phase.FENCE, Optional.empty(), Optional.empty(), false);
    }

    Execution at(Phase next) {
        return new Execution(command, next, planned, answer, zombie);
    }

    Execution planning(Optional<Batch> batch) {
        return new Execution(command, Phase.ACT, batch, answer, zombie);
    }

    Execution answering(StepEvent event, Phase next) {
        return new Execution(command, next, planned, Optional.of(event), zombie);
    }

    Execution asZombie() {
        return new Execution(command, phase, planned, answer, true);
    }
}
