package dev.sheetway.workspace.google;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Time and chance, so that tests need neither. */
interface Pace {

    /** Monotonic, from any origin. */
    long nanoTime();

    void sleep(Duration duration) throws InterruptedException;

    /** From 0 inclusive to 1 exclusive. */
    double random();

    static Pace real() {
        return new Pace() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }

            @Override
            public double random() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }
}
