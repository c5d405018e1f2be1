package dev.sheetway.orchestrator.stream;

import java.util.concurrent.atomic.LongAdder;

/** What happened since the process started; thread-safe. */
public final class SagaCounters {
    private final LongAdder decided = new LongAdder();
    private final LongAdder ignored = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder ticks = new LongAdder();
    private final LongAdder resent = new LongAdder();

    /**
     * @param decided journal entries written
     * @param ignored inputs that changed nothing: copies, late answers, answers to nobody's question
     * @param quarantined records that could not be read
     * @param ticks ticks written
     * @param resent commands sent again after a start
     */
    public record Snapshot(long decided, long ignored, long quarantined, long ticks, long resent) {}

    public Snapshot snapshot() {
        return new Snapshot(decided.sum(), ignored.sum(), quarantined.sum(), ticks.sum(), resent.sum());
    }

    void decided(int entries) {
        decided.add(entries);
    }

    void ignored() {
        ignored.increment();
    }

    void quarantined() {
        quarantined.increment();
    }

    void ticked() {
        ticks.increment();
    }

    void resent() {
        resent.increment();
    }
}
