package dev.sheetway.workspace.google;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * At most so many calls in any window of one minute, wherever the window begins. A token bucket that holds a minute's
 * worth would let twice as many through around a refill, and it is not known when Google's own minute begins.
 *
 * <p>Not thread-safe.
 */
final class SlidingWindow {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final String name;
    private final int limit;
    private final ArrayDeque<Long> granted = new ArrayDeque<>();

    SlidingWindow(String name, int limit) {
        this.name = name;
        this.limit = limit;
    }

    String name() {
        return name;
    }

    /** The earliest moment from {@code now} on at which one more call fits. */
    long earliest(long now) {
        if (limit == Integer.MAX_VALUE) {
            return now;
        }
        forget(now);
        long last = granted.isEmpty() ? now : Math.max(now, granted.getLast());
        return granted.size() < limit ? last : Math.max(last, granted.getFirst() + MINUTE);
    }

    /** Takes the place at {@code moment}, which {@link #earliest} or another window named. */
    void grant(long moment) {
        if (limit == Integer.MAX_VALUE) {
            return;
        }
        if (granted.size() >= limit) {
            granted.removeFirst();
        }
        granted.addLast(moment);
    }

    private void forget(long now) {
        while (!granted.isEmpty() && now - granted.getFirst() >= MINUTE) {
            granted.removeFirst();
        }
    }
}
