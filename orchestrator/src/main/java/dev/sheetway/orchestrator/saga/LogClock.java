package dev.sheetway.orchestrator.saga;

import java.time.Duration;
import java.time.Instant;

/**
 * The log's clock, which a broker may set forward and back again. A spreadsheet's time never goes back; what is waited
 * for is counted by the clock itself, and a wait that began by a clock that has gone back since is over.
 */
public final class LogClock {
    /** Brokers may differ by as much and are still taken for one clock: no more is waited than that much longer. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private LogClock() {}

    /** Whether a clock that once read {@code before} and reads {@code now} was set back meanwhile. */
    public static boolean wentBack(Instant before, Instant now) {
        return now.isBefore(before.minus(TOLERANCE));
    }
}
