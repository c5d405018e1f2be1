package dev.sheetway.orchestrator.stream;

import java.time.Duration;

/**
 * When a decision is to be committed at once instead of with the next interval: as long as decisions are few. A command is
 * seen only when its transaction is committed, and a stream thread without further input looks at its commit interval only
 * when its poll ends, so that one migration alone would wait for both with every step. When many migrations run, a commit
 * for each of their steps would cost more than it saves, and the interval gathers them.
 *
 * <p>A bucket of {@link #MOST} permissions, one more every {@link #EVERY}. It decides about latency alone: nothing depends
 * on when a transaction is committed. Thread-safe.
 */
final class PromptCommits {
    /** In a row, such as by one migration that takes 11 ms for each step. */
    static final int MOST = 8;

    /** Half of what one migration needs; the commit interval gives the other half. */
    static final Duration EVERY = Duration.ofMillis(20);

    private int permissions = MOST;
    private long countedAt = Long.MIN_VALUE;

    /**
     * Takes a permission when there is one.
     *
     * @param now milliseconds of the process's clock; a clock set back gives no permissions until it has caught up, or
     *     at once when it went back by more than it takes to fill the bucket
     */
    synchronized boolean take(long now) {
        refill(now);
        if (permissions == 0) {
            return false;
        }
        permissions--;
        return true;
    }

    private void refill(long now) {
        long full = MOST * EVERY.toMillis();
        if (countedAt == Long.MIN_VALUE || Math.abs(now - countedAt) >= full) {
            permissions = MOST;
            countedAt = now;
            return;
        }
        long more = Math.max(0, now - countedAt) / EVERY.toMillis();
        permissions = (int) Math.min(MOST, permissions + more);
        countedAt += more * EVERY.toMillis();
    }
}
