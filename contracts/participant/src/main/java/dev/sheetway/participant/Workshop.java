package dev.sheetway.participant;

import dev.sheetway.contracts.command.CommandHeader;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** The parts that answer commands, put together once for the process. */
@Singleton
class Workshop {
    private static final int ANSWERS_REMEMBERED = 1_000;

    private final ParticipantSettings settings;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final KeyedSerialExecutor lanes;
    private final CommandHandler handler;
    private final KafkaEvents kafka;

    Workshop(
            ParticipantSettings settings,
            @Any Instance<StepExecutor> executors,
            @Channel("events") MutinyEmitter<byte[]> events,
            @Channel("quarantine") MutinyEmitter<byte[]> quarantine) {
        this.settings = settings;
        // a bounded pool of platform threads: virtual ones would lift the bound, and Google's client pins them
        this.workers = Executors.newFixedThreadPool(settings.workers(), daemons("step-"));
        this.timer = Executors.newSingleThreadScheduledExecutor(daemons("step-watchdog-"));
        this.lanes = new KeyedSerialExecutor(workers, settings.capacity());
        this.kafka = new KafkaEvents(events, quarantine, settings.source(), InstantSource.system());
        this.handler = new CommandHandler(
                new StepExecutors(executors),
                kafka,
                new RecentAnswers(ANSWERS_REMEMBERED),
                new Watchdog(settings.commandDeadline(), this::after, System::nanoTime, this::hung),
                System::nanoTime);
    }

    KeyedSerialExecutor lanes() {
        return lanes;
    }

    CommandHandler handler() {
        return handler;
    }

    Quarantine quarantine() {
        return kafka;
    }

    private void after(Duration delay, Runnable task) {
        var unused = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void hung(CommandHeader command) {
        ParticipantLog.hung(command, settings.commandDeadline());
        ProcessExit.CANNOT_GO_ON.halt();
    }

    /** Lets what runs come to its end, for a bounded time. */
    void close() {
        lanes.stop();
        if (lanes.pending() > 0) {
            ParticipantLog.draining(lanes.pending());
        }
        try {
            if (!lanes.awaitIdle(settings.shutdownGrace())) {
                ParticipantLog.notDrained(lanes.pending());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdown();
        timer.shutdownNow();
    }

    private static ThreadFactory daemons(String prefix) {
        return Thread.ofPlatform().daemon().name(prefix, 1).factory();
    }
}
