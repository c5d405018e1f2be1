package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.workspace.Effect;
import java.util.List;

/** What a planner decided. */
public sealed interface Planned<R extends StepResult> {
    /** The sheet is as it should be: no call. */
    record NothingToDo<R extends StepResult>(R result) implements Planned<R> {}

    /**
     * One atomic batch.
     *
     * @param slotSheetId a tab that exists
     * @param result what the step answers once the batch is applied
     */
    record Write<R extends StepResult>(int slotSheetId, List<Effect> effects, R result) implements Planned<R> {
        public Write {
            effects = List.copyOf(effects);
        }
    }

    /** Nothing may be written. */
    record Refused<R extends StepResult>(Failure failure) implements Planned<R> {}
}
