package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.command.CommandType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The command whose answer is awaited.
 *
 * @param attempt from 1, counted over the whole migration and never used twice for an effect
 * @param deadline when it counts as unanswered; progress moves it
 * @param patience from command to deadline
 * @param heardAt what the log's clock read at the last progress; empty before the first, and in states of older releases
 */
public record Outstanding(
        Leg leg,
        int epoch,
        int attempt,
        CommandId commandId,
        CommandType command,
        Instant deadline,
        Duration patience,
        Series series,
        Optional<Instant> heardAt) {

    /** What the log's clock read when the wait for the answer began. */
    Instant since() {
        return heardAt.orElse(deadline.minus(patience));
    }

    /** Progress is read from another topic than ticks, and so by a clock that may be that much behind theirs. */
    Outstanding progressedAt(Instant clock) {
        Instant later = clock.plus(patience).plus(LogClock.TOLERANCE);
        return new Outstanding(leg, epoch, attempt, commandId, command, later, patience, series, Optional.of(clock));
    }
}
