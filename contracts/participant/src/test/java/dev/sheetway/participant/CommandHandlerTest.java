package dev.sheetway.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandType;
import dev.sheetway.contracts.event.Calls;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.Failure;
import dev.sheetway.contracts.event.FailureClass;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepEvent.StepCompleted;
import dev.sheetway.contracts.event.StepEvent.StepFailed;
import dev.sheetway.contracts.event.StepEvent.StepProgressed;
import dev.sheetway.contracts.event.StepEvent.StepStarted;
import dev.sheetway.contracts.event.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {
    private static final EventHeader HEADER = EventHeader.answering(Samples.header(1));

    private final Recorded events = new Recorded();
    private final AtomicInteger executions = new AtomicInteger();

    @Test
    void answersStartedThenCompletedOnTheCommandsPartition() {
        // Given
        CommandHandler handler = handler((command, progress) -> Samples.result());

        // When
        handler.handle(Samples.backup(1), Samples.delivery(5));

        // Then
        assertThat(events.all)
                .containsExactly(
                        new StepStarted(HEADER), new StepCompleted(HEADER, Samples.result(), Optional.of(Calls.NONE)));
        assertThat(events.partitions).containsOnly(5);
    }

    @Test
    void answersACommandThatComesAgainWithoutExecutingItAgain() {
        // Given
        CommandHandler handler = handler((command, progress) -> Samples.result());
        handler.handle(Samples.backup(1), Samples.delivery(5));

        // When
        handler.handle(Samples.backup(1), Samples.delivery(5));

        // Then
        assertThat(executions).hasValue(1);
        assertThat(events.all.stream().filter(StepCompleted.class::isInstance)).hasSize(2);
    }

    @Test
    void executesTheNextAttempt() {
        // Given
        CommandHandler handler = handler((command, progress) -> Samples.result());
        handler.handle(Samples.backup(1), Samples.delivery(5));

        // When
        handler.handle(Samples.backup(2), Samples.delivery(5));

        // Then
        assertThat(executions).hasValue(2);
    }

    @Test
    void passesAnExpectedFailureOnWithItsEvidence() {
        // Given
        Failure failure = Failure.of(FailureClass.PAUSE, "no-permission", "share the sheet");
        CommandHandler handler = handler((command, progress) -> {
            progress.called(Calls.ONE_READ);
            throw new StepFailedException(failure, Samples.result());
        });

        // When
        handler.handle(Samples.backup(1), Samples.delivery(0));

        // Then
        assertThat(events.last())
                .isEqualTo(
                        new StepFailed(HEADER, failure, Optional.of(Samples.result()), Optional.of(new Calls(1, 0))));
    }

    @Test
    void tellsTheSumOfTheCallsOfEachAttemptByItself() {
        // Given
        CommandHandler handler = handler((command, progress) -> {
            progress.called(Calls.ONE_READ);
            progress.called(Calls.ONE_WRITE);
            progress.called(Calls.ONE_READ);
            return Samples.result();
        });
        handler.handle(Samples.backup(1), Samples.delivery(5));

        // When
        handler.handle(Samples.backup(2), Samples.delivery(5));

        // Then
        assertThat(events.all.stream().filter(StepCompleted.class::isInstance).map(StepCompleted.class::cast))
                .hasSize(2)
                .allSatisfy(answer -> assertThat(answer.calls()).contains(new Calls(2, 1)));
    }

    @Test
    void answersABugAsFailedWithoutRepeatingItsMessage() {
        // Given
        CommandHandler handler = handler((command, progress) -> {
            throw new IllegalArgumentException("cell value SECRET");
        });

        // When
        handler.handle(Samples.backup(1), Samples.delivery(0));

        // Then
        assertThat(events.last()).isInstanceOfSatisfying(StepFailed.class, failed -> {
            assertThat(failed.failure().failureClass()).isEqualTo(FailureClass.FAILED);
            assertThat(failed.failure().code()).isEqualTo("internal-error");
            assertThat(failed.failure().message())
                    .contains("java.lang.IllegalArgumentException", "step \"backup\"")
                    .doesNotContain("SECRET");
        });
    }

    @Test
    void refusesACommandOfAnotherParticipant() {
        // Given
        CommandHandler handler = handler((command, progress) -> Samples.result());

        // When
        handler.handle(new Command.PreviewMigration(Samples.header(1), Samples.plan()), Samples.delivery(0));

        // Then
        assertThat(events.last()).isInstanceOfSatisfying(StepFailed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("command-not-handled");
            assertThat(failed.failure().message()).contains("\"preview-migration\"", "participant \"schema\"");
        });
        assertThat(executions).hasValue(0);
    }

    @Test
    void sendsAtMostOneProgressInASecondAndNoneWhileTheLastIsUnacknowledged() {
        // Given
        events.acknowledgesOffers = false;
        CommandHandler handler = handler((command, progress) -> {
            for (int i = 0; i < 1_000; i++) {
                progress.report("reading", i, 1_000, "rows");
            }
            return Samples.result();
        });

        // When
        handler.handle(Samples.backup(1), Samples.delivery(0));

        // Then
        assertThat(events.all.stream().filter(StepProgressed.class::isInstance))
                .containsExactly(new StepProgressed(HEADER, "reading", 0, 1_000, "rows"));
    }

    @Test
    void answersFailedWhenTheAnswerIsTooLargeForTheTopic() {
        // Given
        events.refusesResults = true;
        CommandHandler handler = handler((command, progress) -> Samples.result());

        // When
        handler.handle(Samples.backup(1), Samples.delivery(0));

        // Then
        assertThat(events.last()).isInstanceOfSatisfying(StepFailed.class, failed -> assertThat(
                        failed.failure().code())
                .isEqualTo("answer-too-large"));
    }

    private CommandHandler handler(BiFunction<Command, Progress, StepResult> work) {
        StepExecutor executor = new StepExecutor() {
            @Override
            public Set<CommandType> handles() {
                return EnumSet.of(CommandType.CREATE_BACKUP);
            }

            @Override
            public StepResult execute(Command command, Progress progress) {
                executions.incrementAndGet();
                return work.apply(command, progress);
            }
        };
        Watchdog watchdog = new Watchdog(Duration.ofHours(1), (delay, task) -> {}, () -> 0, hung -> {});
        return new CommandHandler(
                new StepExecutors(List.of(executor)), events, new RecentAnswers(10), watchdog, () -> 0);
    }

    private static final class Recorded implements EventSink {
        private final List<StepEvent> all = new ArrayList<>();
        private final List<Integer> partitions = new ArrayList<>();
        private boolean acknowledgesOffers = true;
        private boolean refusesResults;

        @Override
        public void publish(StepEvent event, ReplyTo to) throws TooLargeException {
            if (refusesResults && event instanceof StepCompleted) {
                throw new TooLargeException(new IllegalStateException("too large"));
            }
            add(event, to.partition());
        }

        @Override
        public CompletionStage<Void> offer(StepEvent event, ReplyTo to) {
            add(event, to.partition());
            return acknowledgesOffers ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
        }

        private void add(StepEvent event, int partition) {
            all.add(event);
            partitions.add(partition);
        }

        private StepEvent last() {
            return all.getLast();
        }
    }
}
