package dev.sheetway.workspace.google;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping or by hand; chance that is always the same. */
final class FakePace implements Pace {
    final List<Duration> slept = new ArrayList<>();
    private long now = 1_000_000_000_000L;
    private final double random;

    FakePace(double random) {
        this.random = random;
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        slept.add(duration);
        now += duration.toNanos();
    }

    synchronized void pass(Duration duration) {
        now += duration.toNanos();
    }

    @Override
    public double random() {
        return random;
    }
}
