package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.command.CommandType;
import java.time.Duration;
import java.time.Instant;

/**
 * The command whose answer is awaited.
 *
 * @param attempt from 1, counted over the whole migration and never used twice for an effect
 * @param deadline when it counts as unanswered; progress moves it
 * @param patience from command or progress to deadline
 */
public record Outstanding(
        Leg leg,
        int epoch,
        int attempt,
        CommandId commandId,
        CommandType command,
        Instant deadline,
        Duration patience,
        Series series) {

    /** What the log's clock read when the wait for the answer began. */
    Instant since() {
        return deadline.minus(patience);
    }

    Outstanding progressedAt(Instant at) {
        return new Outstanding(leg, epoch, attempt, commandId, command, at.plus(patience), patience, series);
    }
}
