package dev.sheetway.orchestrator.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** Replaces a dead stream thread, but not for ever: what dies again and again needs a new process. */
final class ThreadDeaths implements StreamsUncaughtExceptionHandler {
    static final int MOST = 3;
    static final Duration WITHIN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Runnable giveUp;
    private final Deque<Instant> replaced = new ArrayDeque<>();

    /** @param giveUp ends the process without waiting for the calling thread */
    ThreadDeaths(InstantSource clock, Runnable giveUp) {
        this.clock = clock;
        this.giveUp = giveUp;
    }

    /** Called by the dying thread. */
    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        while (!replaced.isEmpty() && replaced.getFirst().isBefore(now.minus(WITHIN))) {
            replaced.removeFirst();
        }
        if (replaced.size() >= MOST) {
            SagaLog.givesUp(failure);
            giveUp.run();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replaced.addLast(now);
        SagaLog.threadReplaced(replaced.size(), WITHIN, failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
