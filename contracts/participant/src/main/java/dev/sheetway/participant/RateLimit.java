package dev.sheetway.participant;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets the first call through, and then at most one in each {@code interval}. Not thread-safe. */
final class RateLimit {
    private final long intervalNanos;
    private final LongSupplier nanoClock;
    private long nextAt;
    private boolean used;

    /** @param nanoClock such as {@code System::nanoTime} */
    RateLimit(Duration interval, LongSupplier nanoClock) {
        this.intervalNanos = interval.toNanos();
        this.nanoClock = nanoClock;
    }

    boolean permits() {
        long now = nanoClock.getAsLong();
        // the difference, because nanoTime may be negative and may wrap
        if (used && now - nextAt < 0) {
            return false;
        }
        used = true;
        nextAt = now + intervalNanos;
        return true;
    }
}
