package dev.sheetway.orchestrator.stream;

import dev.sheetway.orchestrator.saga.LogClock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When which spreadsheet of a task waits for a time. Confined to one task. */
final class Agenda {
    private final Timeline due = new Timeline();
    private final Timeline waiting = new Timeline();

    /** @param since when the newest of its waits began that end when the log's clock is set back */
    void put(String spreadsheet, Optional<Instant> when, Optional<Instant> since) {
        due.put(spreadsheet, when);
        waiting.put(spreadsheet, since);
    }

    Optional<Instant> earliest() {
        return due.earliest();
    }

    /** Those due at {@code time} or before, in the order of their times; then those for which the clock went back. */
    List<String> dueAt(Instant time) {
        Stream<String> wentBack = waiting.after(time).entrySet().stream()
                .filter(entry -> LogClock.wentBack(entry.getKey(), time))
                .flatMap(entry -> entry.getValue().stream());
        return Stream.concat(due.until(time).stream().flatMap(Collection::stream), wentBack)
                .distinct()
                .toList();
    }
}
