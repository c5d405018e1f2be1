package dev.sheetway.examples.zeues;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions, never for times. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /** @throws AssertionError when {@code condition} does not hold within three minutes */
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("within " + PATIENCE + ": expected that " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
