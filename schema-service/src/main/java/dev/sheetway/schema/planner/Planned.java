package dev.sheetway.schema.planner;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.workspace.Effect;
import java.util.List;
import java.util.Optional;

/** What a planner decided. */
public sealed interface Planned<R extends StepResult> {
    /** The sheet is as it should be: no call. */
    record NothingToDo<R extends StepResult>(R result) implements Planned<R> {}

    /**
     * One atomic batch.
     *
     * @param slotSheetId a tab that exists
     * @param result what the step answers once the batch is applied
     * @param undo stands in the record of a batch that can be taken back by another one
     */
    record Write<R extends StepResult>(int slotSheetId, List<Effect> effects, R result, Optional<Undo> undo)
            implements Planned<R> {
        public Write {
            effects = List.copyOf(effects);
        }

        public Write(int slotSheetId, List<Effect> effects, R result) {
            this(slotSheetId, effects, result, Optional.empty());
        }
    }

    /** Nothing may be written. */
    record Refused<R extends StepResult>(Failure failure) implements Planned<R> {}
}
