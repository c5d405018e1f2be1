package dev.sheetway.orchestrator.stream;

import static java.util.Objects.requireNonNull;

import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.orchestrator.saga.Input;
import dev.sheetway.wire.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hosts the saga for the spreadsheets of one partition: decode, decide, store, publish. Called by one stream thread. */
final class SagaProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    /** A tick that has not come back after this long is written again. */
    private static final Duration TICK_LOST = Duration.ofSeconds(5);

    private final SagaShell shell;
    private @Nullable Task task;

    SagaProcessor(SagaShell shell) {
        this.shell = shell;
    }

    /** Also called when a task is revived after its transaction was aborted: nothing in memory may outlive that. */
    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        task = new Task(shell, context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        requireNonNull(task, "init comes first").process(record);
    }

    private static final class Task {
        private final SagaShell shell;
        private final ProcessorContext<byte[], byte[]> context;
        private final SagaStore store;
        private final SagaHost host;
        private final AppendClock clock = new AppendClock();
        private final Cancellable resend;
        private @Nullable Instant tickWritten;

        Task(SagaShell shell, ProcessorContext<byte[], byte[]> context) {
            this.shell = shell;
            this.context = context;
            this.store = new SagaStore(context.getStateStore(SagaTopology.STORE));
            this.host = new SagaHost(shell, store, context);
            this.resend =
                    context.schedule(shell.resendAfter(), PunctuationType.WALL_CLOCK_TIME, here -> resendOutstanding());
            var unused =
                    context.schedule(shell.tickInterval(), PunctuationType.WALL_CLOCK_TIME, here -> tickIfDue(here));
        }

        void process(Record<byte[], byte[]> record) {
            Origin origin = Origin.of(context);
            Instant appended = Instant.ofEpochMilli(record.timestamp());
            Instant here = Instant.ofEpochMilli(context.currentSystemTimeMs());
            if (Ticks.isTick(record)) {
                clock.sawTick(appended, here);
                tickWritten = null;
                store.dueAt(appended)
                        .forEach(id -> host.decide(id, new Input.Ticked(origin.partition()), appended, origin));
                return;
            }
            clock.sawRecord(appended, here);
            try {
                Inputs.Addressed addressed = Inputs.decode(origin, record);
                host.decide(addressed.spreadsheetId(), addressed.input(), appended, origin);
            } catch (UnreadableRecord unreadable) {
                shell.counters().quarantined();
                SagaLog.quarantined(origin, unreadable);
                context.forward(
                        origin.quarantined(record, String.valueOf(unreadable.getMessage())), Nodes.INPUTS_QUARANTINE);
            }
        }

        /** Writes nothing while nothing is due, so an idle system stays silent. */
        private void tickIfDue(long wallClockMillis) {
            Instant here = Instant.ofEpochMilli(wallClockMillis);
            boolean underWay = tickWritten != null && here.isBefore(tickWritten.plus(TICK_LOST));
            boolean due = store.earliestDue()
                    .map(earliest -> !clock.isKnown() || !clock.now(here).isBefore(earliest))
                    .orElse(false);
            if (due && !underWay) {
                tickWritten = here;
                shell.counters().ticked();
                context.forward(Ticks.of(context.taskId().partition(), wallClockMillis), Nodes.TICKS);
            }
        }

        private void resendOutstanding() {
            resend.cancel();
            for (SpreadsheetId id : store.outstandingAtStart()) {
                host.resend(id, Instant.ofEpochMilli(context.currentSystemTimeMs()));
            }
        }
    }
}
