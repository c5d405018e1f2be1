package dev.sheetway.participant;

import dev.sheetway.contracts.event.StepEvent;
import java.util.concurrent.CompletionStage;

/** Where answers go. */
interface EventSink {

    /**
     * Returns when the broker has acknowledged the event, however long that takes.
     *
     * @param to the command that it answers
     * @throws TooLargeException when no broker will ever take it
     */
    void publish(StepEvent event, ReplyTo to) throws TooLargeException;

    /** Tries once; a failure is nobody's business but the caller's. For events that nothing depends on. */
    CompletionStage<Void> offer(StepEvent event, ReplyTo to);

    /** The event is larger than the topic takes. */
    final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException(Throwable cause) {
            super(cause);
        }
    }
}
