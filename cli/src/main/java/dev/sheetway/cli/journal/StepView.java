package dev.sheetway.cli.journal;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A step of one migration as the journal tells it.
 *
 * @param attempts how many were commanded
 * @param commandedAt first command
 * @param endedAt when it completed or failed for the last time; empty while it runs
 * @param result of its completion, or the evidence of its failure
 * @param failure of its last attempt; empty when that completed or runs
 * @param calls to Google of all its attempts
 * @param place of the entry that says how it ended, else of the newest entry about it
 */
public record StepView(
        Step step,
        Direction direction,
        State state,
        int attempts,
        Instant commandedAt,
        Optional<Instant> endedAt,
        Optional<StepResult> result,
        Optional<Failure> failure,
        CallCount calls,
        Recorded.Place place) {

    /** How a step stands. */
    public enum State {
        RUNNING,
        WAITING,
        COMPLETED,
        FAILED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    StepView calling(CallCount more) {
        return new StepView(
                step, direction, state, attempts, commandedAt, endedAt, result, failure, calls.plus(more), place);
    }

    /** From its first command to its end; empty while it runs. */
    public Optional<Duration> duration() {
        return endedAt.map(end -> Duration.between(commandedAt, end));
    }

    /** One line for people. */
    public String summary() {
        return failure.map(why -> why.code() + ": " + why.message())
                .or(() -> result.map(StepResult::summary))
                .orElse("");
    }
}
