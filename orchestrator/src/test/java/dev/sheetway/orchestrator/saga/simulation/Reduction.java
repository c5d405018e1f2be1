package dev.sheetway.orchestrator.saga.simulation;

import dev.sheetway.contracts.Participant;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.orchestrator.saga.simulation.Execution.Phase;
import dev.sheetway.orchestrator.saga.simulation.ModelledOrchestrator.Appended;

/**
 * Moves that are made at once instead of at every possible time (singleton ample sets of a partial-order reduction).
 * Each of them commutes with everything else that may happen, is seen by nobody, and cannot be made for ever:
 *
 * <ul>
 *   <li>An answer to a command that is not outstanding is read and dropped. No attempt's number is ever used twice, so
 *       that command never becomes outstanding again, and the answer is dropped whenever it is read. Others only append
 *       behind it; a restart goes back to a committed offset, that is, not before it.
 *   <li>A service takes a command with several phases. Until it looks it has done nothing; one that takes it later is
 *       one that looks later. When it is killed before that, the command lies where it lay, or a zombie looks later.
 *   <li>A phase that does nothing: fencing where there is nothing to fence, and the acknowledgement of a zombie, whose
 *       consumer is no longer its group's.
 * </ul>
 *
 * <p>That the same ends are reached with and without is tested, as is that no world is reached with it that is not
 * reached without.
 */
final class Reduction {
    private final ServiceRules rules;

    Reduction(ServiceRules rules) {
        this.rules = rules;
    }

    void settle(World world) {
        boolean moved = true;
        while (moved) {
            moved = dropOneAnswer(world) || takeOneCommand(world) || skipOnePhase(world);
        }
    }

    private static boolean dropOneAnswer(World world) {
        for (ModelledTopic<Appended> topic : world.orchestrator().inputs()) {
            if (topic.hasNext()
                    && topic.peek().input() instanceof Input.Answered answered
                    && world.orchestrator().isDropped(answered)) {
                world.decide(topic);
                return true;
            }
        }
        return false;
    }

    private static boolean takeOneCommand(World world) {
        for (Participant participant : Participant.values()) {
            if (world.canTake(participant)
                    && hasPhases(world.commands(participant).peek())) {
                world.take(participant);
                return true;
            }
        }
        return false;
    }

    /** The others are one move: see {@link Exploration}. */
    static boolean hasPhases(Command command) {
        return command instanceof Command.ExpandSchema || command instanceof Command.ContractSchema;
    }

    private boolean skipOnePhase(World world) {
        for (int i = 0; i < world.executions().size(); i++) {
            Execution each = world.executions().get(i);
            boolean fencesNothing =
                    each.phase() == Phase.FENCE && rules.fenced(each.command()).isEmpty();
            if (fencesNothing || each.zombie() && each.phase() == Phase.ACK) {
                world.advance(i, Fault.NONE);
                return true;
            }
        }
        return false;
    }
}
