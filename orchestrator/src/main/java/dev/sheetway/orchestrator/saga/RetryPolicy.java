package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import java.time.Duration;
import java.time.Instant;

/**
 * When a failed attempt is tried again, and when no more.
 *
 * <p>The delay doubles from a base to a cap and is drawn from the upper half of that range. The draw comes from the
 * command's id: the same history has the same delays, and spreadsheets that failed together do not come back together.
 *
 * @param retryableBase upper bound of the first delay after a failure that was definitely not applied
 * @param unknownBase upper bound of the first delay after a failure that may have been applied: reading slot and record
 *     soon is cheap
 * @param cap upper bound of every delay
 * @param quotaFloor least delay after a quota failure without a Retry-After
 * @param attempts failures of one series after which no more is tried
 * @param budget time from the first attempt of a series after which no more is tried, once three have failed
 * @param answerWithin from a command to the moment when it counts as unanswered, {@link LogClock#TOLERANCE} more from its
 *     last progress; must exceed the 180 s that Google may take over one call
 */
public record RetryPolicy(
        Duration retryableBase,
        Duration unknownBase,
        Duration cap,
        Duration quotaFloor,
        int attempts,
        Duration budget,
        Duration answerWithin) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30),
            20,
            Duration.ofHours(6),
            Duration.ofSeconds(240));

    private static final int LEAST_ATTEMPTS = 3;

    public RetryPolicy {
        requirePositive("retryableBase", retryableBase);
        requirePositive("unknownBase", unknownBase);
        requirePositive("cap", cap);
        requirePositive("budget", budget);
        requirePositive("answerWithin", answerWithin);
        if (attempts < 1) {
            throw new IllegalArgumentException("retry attempts " + attempts + ": expected 1 or more");
        }
    }

    /** Time alone exhausts nothing: after an outage of a night the first attempts still deserve their answers. */
    boolean exhausted(Series failed, Instant clock) {
        boolean timeIsUp = !clock.isBefore(failed.since().plus(budget));
        return failed.failures() >= attempts || (timeIsUp && failed.failures() >= LEAST_ATTEMPTS);
    }

    /** The delay after {@code command} failed as attempt number {@code failures} of its series, from 1. */
    Duration delay(Failure failure, CommandId command, int failures) {
        if (failure.retryAfter().isPresent()) {
            return failure.retryAfter().get();
        }
        Duration backoff = backoff(failure.failureClass(), command, failures);
        return isQuota(failure.code()) && backoff.compareTo(quotaFloor) < 0 ? quotaFloor : backoff;
    }

    private Duration backoff(FailureClass failureClass, CommandId command, int failures) {
        Duration base = failureClass == FailureClass.UNKNOWN ? unknownBase : retryableBase;
        int doublings = Math.min(failures - 1, 20);
        long ceiling = Math.min(cap.toMillis(), base.toMillis() << doublings);
        long half = ceiling / 2;
        return Duration.ofMillis(half + Math.floorMod(command.value().getLeastSignificantBits(), ceiling - half + 1));
    }

    private static boolean isQuota(String code) {
        return code.contains("quota") || code.contains("rate-limit");
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("retry policy " + name + " " + value + ": expected more than zero");
        }
    }
}
