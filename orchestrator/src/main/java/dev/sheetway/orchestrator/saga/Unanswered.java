package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import java.time.Duration;
import java.time.Instant;

/** Why a command counts as failed that nobody answered. */
final class Unanswered {
    private Unanswered() {}

    static Failure inTime(Outstanding outstanding) {
        return Failure.of(
                FailureClass.UNKNOWN,
                "no-answer",
                words(outstanding) + " had no answer within "
                        + Duration.between(outstanding.since(), outstanding.deadline())
                        + ": it may have been carried out");
    }

    /** Nobody can tell how long the answer has been waited for; asking once more too soon costs a read. */
    static Failure whileTheClockWentBack(Outstanding outstanding, Instant clock) {
        return Failure.of(
                FailureClass.UNKNOWN,
                "clock-went-back",
                words(outstanding) + " has waited since " + outstanding.since() + " by the log's clock, which reads "
                        + clock + " now: it was set back; the command may have been carried out and is sent again");
    }

    private static String words(Outstanding outstanding) {
        return "command \"" + outstanding.commandId() + "\" ("
                + outstanding.command().wireName() + ", attempt "
                + outstanding.attempt() + ")";
    }
}
