package dev.sheetway.contracts.event;

import java.util.Optional;

/** A participant's answer. */
public sealed interface StepEvent {

    EventHeader header();

    /** The command was taken up. */
    record StepStarted(EventHeader header) implements StepEvent {}

    /**
     * A long step is alive.
     *
     * @param done of {@code total}, in {@code unit}s
     */
    record StepProgressed(EventHeader header, String activity, long done, long total, String unit)
            implements StepEvent {}

    /** @param calls that this attempt made; empty when nobody counted them */
    record StepCompleted(EventHeader header, StepResult result, Optional<Calls> calls) implements StepEvent {

        public StepCompleted(EventHeader header, StepResult result) {
            this(header, result, Optional.empty());
        }
    }

    /**
     * @param evidence a result that explains the failure, such as the report of the failed checks
     * @param calls as in {@link StepCompleted}
     */
    record StepFailed(EventHeader header, Failure failure, Optional<StepResult> evidence, Optional<Calls> calls)
            implements StepEvent {

        public StepFailed(EventHeader header, Failure failure, Optional<StepResult> evidence) {
            this(header, failure, evidence, Optional.empty());
        }
    }
}
