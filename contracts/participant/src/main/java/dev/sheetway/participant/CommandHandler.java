package dev.sheetway.participant;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.ExpectedFailure;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepEvent.StepCompleted;
import dev.sheetway.contracts.event.StepEvent.StepFailed;
import dev.sheetway.contracts.event.StepEvent.StepStarted;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Answers one command: started, executed, completed or failed. When {@link #handle} returns, the answer is durable.
 *
 * <p>A crash can fall between any two of its lines. Before the answer is durable the command is not acknowledged, so it
 * comes again; whoever executes it again finds what it did by effect id.
 */
final class CommandHandler {
    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(1);

    private final StepExecutors executors;
    private final EventSink events;
    private final RecentAnswers recent;
    private final Watchdog watchdog;
    private final LongSupplier nanoClock;

    CommandHandler(
            StepExecutors executors,
            EventSink events,
            RecentAnswers recent,
            Watchdog watchdog,
            LongSupplier nanoClock) {
        this.executors = executors;
        this.events = events;
        this.recent = recent;
        this.watchdog = watchdog;
        this.nanoClock = nanoClock;
    }

    /** Called on a worker thread; never twice at the same time for one spreadsheet. */
    void handle(Command command, Delivery delivery) {
        Optional<StepEvent> earlier = recent.find(command.header().commandId());
        if (earlier.isPresent()) {
            ParticipantLog.answeredAgain(command.header());
            publish(earlier.get(), delivery.replyTo());
            return;
        }
        offer(new StepStarted(EventHeader.answering(command.header())), delivery.replyTo());
        StepEvent answer = execute(command, delivery);
        recent.remember(publish(answer, delivery.replyTo()));
    }

    private StepEvent execute(Command command, Delivery delivery) {
        long begin = nanoClock.getAsLong();
        StepEvent answer = outcome(command, delivery);
        Duration duration = Duration.ofNanos(nanoClock.getAsLong() - begin);
        switch (answer) {
            case StepCompleted e ->
                ParticipantLog.completed(command.header(), duration, e.result().summary());
            case StepFailed e -> ParticipantLog.failed(command.header(), duration, e.failure());
            case StepStarted e -> throw new IllegalStateException("a start is no outcome");
            case StepEvent.StepProgressed e -> throw new IllegalStateException("progress is no outcome");
        }
        return answer;
    }

    private StepEvent outcome(Command command, Delivery delivery) {
        EventHeader header = EventHeader.answering(command.header());
        Optional<StepExecutor> executor = executors.find(CommandType.of(command));
        if (executor.isEmpty()) {
            return failed(header, notOurs(command));
        }
        try (Watchdog.Watch watch = watchdog.watch(command.header())) {
            return attempt(command, executor.get(), progress(header, delivery, watch));
        }
    }

    private static StepEvent attempt(Command command, StepExecutor executor, ProgressReporter progress) {
        EventHeader header = EventHeader.answering(command.header());
        try {
            return new StepCompleted(header, executor.execute(command, progress), Optional.of(progress.calls()));
        } catch (Throwable thrown) {
            if (thrown instanceof ExpectedFailure expected) {
                return new StepFailed(header, expected.failure(), expected.evidence(), Optional.of(progress.calls()));
            }
            ParticipantLog.bug(command.header(), thrown);
            return new StepFailed(
                    header, bug(command.header(), thrown), Optional.empty(), Optional.of(progress.calls()));
        }
    }

    private ProgressReporter progress(EventHeader header, Delivery delivery, Watchdog.Watch watch) {
        return new ProgressReporter(
                header,
                delivery.mayHaveRunBefore(),
                new RateLimit(PROGRESS_INTERVAL, nanoClock),
                watch::signOfLife,
                event -> events.offer(event, delivery.replyTo()).toCompletableFuture());
    }

    private void offer(StepEvent event, ReplyTo to) {
        var unused = events.offer(event, to);
    }

    /** @return what was published: the answer, or a failure in its place when the answer is too large to be sent */
    private StepEvent publish(StepEvent answer, ReplyTo to) {
        try {
            events.publish(answer, to);
            return answer;
        } catch (EventSink.TooLargeException tooLarge) {
            StepEvent instead = new StepFailed(
                    answer.header(),
                    Failure.of(
                            FailureClass.FAILED,
                            "answer-too-large",
                            "the answer to step \"" + answer.header().step().wireName()
                                    + "\" is larger than its topic takes; raise max.message.bytes of the event topic"
                                    + " and max.request.size of the service"),
                    Optional.empty(),
                    calls(answer));
            return publish(instead, to);
        }
    }

    private static Optional<Calls> calls(StepEvent answer) {
        return switch (answer) {
            case StepCompleted completed -> completed.calls();
            case StepFailed failed -> failed.calls();
            case StepStarted started -> Optional.empty();
            case StepEvent.StepProgressed progressed -> Optional.empty();
        };
    }

    private static StepEvent failed(EventHeader header, Failure failure) {
        return new StepFailed(header, failure, Optional.empty());
    }

    private static Failure notOurs(Command command) {
        return Failure.of(
                FailureClass.FAILED,
                "command-not-handled",
                "no executor of this service handles \""
                        + CommandType.of(command).wireName()
                        + "\"; nothing written; the command belongs to participant \""
                        + command.participant().wireName() + "\"");
    }

    /** The message of an unexpected exception is not repeated: it may hold cell values. */
    private static Failure bug(CommandHeader command, Throwable thrown) {
        return Failure.of(
                FailureClass.FAILED,
                "internal-error",
                "step \"" + command.step().wireName() + "\" ended with an unexpected "
                        + thrown.getClass().getName()
                        + "; what was written is not known; see the service's log for command " + command.commandId());
    }
}
