package dev.sheetway.orchestrator.saga;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** When a spreadsheet next needs a tick, as a function of its state. */
public final class DueTimes {
    private DueTimes() {}

    /** The earliest time at which a tick changes something; empty when only an input from outside can. */
    public static Optional<Instant> next(SpreadsheetState state) {
        Stream<Instant> active = state.active().flatMap(each -> due(each).stream());
        Stream<Instant> windows = state.reversible().stream().map(DueTimes::windowEnds);
        Stream<Instant> probation = ProbationDecisions.due(state).stream();
        Stream<Instant> removals = state.ended().stream().flatMap(each -> RetentionDecisions.due(state, each).stream());
        return Stream.of(active, windows, probation, removals)
                .flatMap(Function.identity())
                .min(Instant::compareTo);
    }

    /**
     * What the log's clock read when the newest wait for an answer or a further attempt began; a tick that is {@link
     * LogClock#wentBack behind it} ends that wait.
     */
    public static Optional<Instant> waitsSince(SpreadsheetState state) {
        Stream<Instant> removals = state.ended().stream()
                .flatMap(each -> each.retention().flatMap(Retention::outstanding).map(Outstanding::since).stream());
        return Stream.concat(state.active().flatMap(each -> waitsSince(each).stream()), removals)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> waitsSince(Migration migration) {
        return migration.state() instanceof SagaState.AwaitingRetry waiting
                ? waiting.since()
                : migration.outstanding().map(Outstanding::since);
    }

    private static Optional<Instant> due(Migration migration) {
        return migration.state() instanceof SagaState.AwaitingRetry waiting
                ? Optional.of(waiting.notBefore())
                : migration.outstanding().map(Outstanding::deadline);
    }

    static Instant windowEnds(Migration reversible) {
        if (reversible.state() instanceof SagaState.Completed completed) {
            return completed.rollbackWindowEnds();
        }
        throw Progression.unsettled(reversible);
    }
}
