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

    record StepCompleted(EventHeader header, StepResult result) implements StepEvent {}

    /** @param evidence a result that explains the failure, such as the report of the failed checks */
    record StepFailed(EventHeader header, Failure failure, Optional<StepResult> evidence) implements StepEvent {}
}
