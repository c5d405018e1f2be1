package dev.sheetway.participant;

import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.StepEvent.StepProgressed;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Turns reports into events, as many as the rate allows and never more than one that the broker has not acknowledged:
 * while the broker is away nothing piles up. Every report, sent or not, is a sign of life. Thread-safe.
 */
final class ProgressReporter implements Progress {
    private final EventHeader header;
    private final boolean mayHaveRunBefore;
    private final RateLimit rate;
    private final Runnable signOfLife;
    private final Function<StepProgressed, CompletableFuture<Void>> send;
    private Calls calls = Calls.NONE;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    ProgressReporter(
            EventHeader header,
            boolean mayHaveRunBefore,
            RateLimit rate,
            Runnable signOfLife,
            Function<StepProgressed, CompletableFuture<Void>> send) {
        this.header = header;
        this.mayHaveRunBefore = mayHaveRunBefore;
        this.rate = rate;
        this.signOfLife = signOfLife;
        this.send = send;
    }

    @Override
    public synchronized void report(String activity, long done, long total, String unit) {
        signOfLife.run();
        if (last.isDone() && rate.permits()) {
            last = send.apply(new StepProgressed(header, activity, done, total, unit));
        }
    }

    @Override
    public boolean mayHaveRunBefore() {
        return mayHaveRunBefore;
    }

    @Override
    public synchronized void called(Calls more) {
        calls = calls.plus(more);
    }

    /** All calls so far. */
    synchronized Calls calls() {
        return calls;
    }
}
