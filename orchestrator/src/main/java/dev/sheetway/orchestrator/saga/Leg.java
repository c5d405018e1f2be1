package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;

/** A step in a direction: what a migration has at most one of under way. */
public record Leg(Step step, Direction direction) {

    public static Leg forward(Step step) {
        return new Leg(step, Direction.FORWARD);
    }

    public static Leg rollback(Step step) {
        return new Leg(step, Direction.ROLLBACK);
    }
}
