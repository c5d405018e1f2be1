package dev.sheetway.orchestrator.saga;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.TraceId;
import dev.sheetway.contracts.journal.JournalEntry;
import dev.sheetway.contracts.journal.JournalHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Entries under decision, folded one by one, so that each is decided on the state that the one before led to. Confined
 * to one call of {@link SagaDecider#decide}.
 */
final class Decision {
    private final List<JournalEntry> entries = new ArrayList<>();
    private final Instant at;
    private final Instant clock;
    private final Optional<TraceId> trace;
    private SpreadsheetState state;

    Decision(SpreadsheetState state, Input input, Instant appendTime) {
        this.state = state;
        this.trace = input instanceof Input.Requested requested ? requested.trace() : Optional.empty();
        this.at = appendTime.isAfter(state.time()) ? appendTime : state.time();
        this.clock = LogClock.wentBack(at, appendTime) ? appendTime : at;
    }

    /** Log-append time of the input, made monotone per spreadsheet. */
    Instant at() {
        return at;
    }

    /** Log-append time of the input; before {@link #at} only where the log's clock was set back. */
    Instant clock() {
        return clock;
    }

    /** That whoever asks has begun. */
    Optional<TraceId> trace() {
        return trace;
    }

    /** For the header of an entry. */
    Optional<Instant> clockSetBack() {
        return clock.equals(at) ? Optional.empty() : Optional.of(clock);
    }

    SpreadsheetState state() {
        return state;
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    /** The migration as the entries so far left it. */
    Migration active(MigrationId id) {
        return state.active(id)
                .orElseThrow(() -> new IllegalStateException("migration \"" + id + "\" is not active any more"));
    }

    /** Adds an entry about one step of {@code migration}. */
    void add(Migration migration, Leg leg, int attempt, Function<JournalHeader, JournalEntry> entry) {
        add(header(migration.id(), migration.acceptance(), Optional.of(leg.step()), leg.direction(), attempt), entry);
    }

    /** Adds an entry about one step of a migration that has ended. */
    void add(MigrationSummary ended, Leg leg, int attempt, Function<JournalHeader, JournalEntry> entry) {
        add(header(ended.migrationId(), ended.acceptance(), Optional.of(leg.step()), leg.direction(), attempt), entry);
    }

    /** Adds an entry about {@code migration} as a whole. */
    void add(Migration migration, Direction direction, Function<JournalHeader, JournalEntry> entry) {
        add(header(migration.id(), migration.acceptance(), Optional.empty(), direction, 0), entry);
    }

    private JournalHeader header(
            MigrationId id, Acceptance asked, Optional<Step> step, Direction direction, int attempt) {
        return new JournalHeader(
                id,
                state.spreadsheetId(),
                asked.planName(),
                asked.planChecksum(),
                step,
                direction,
                attempt,
                "",
                at,
                clockSetBack());
    }

    /** Adds the entry with the name of the state that it leads to. */
    void add(JournalHeader header, Function<JournalHeader, JournalEntry> entry) {
        JournalEntry unnamed = entry.apply(header);
        SpreadsheetState next = SagaFold.evolve(state, unnamed);
        entries.add(entry.apply(named(header, StateNames.of(next, unnamed))));
        state = next;
    }

    private static JournalHeader named(JournalHeader header, String stateName) {
        return new JournalHeader(
                header.migrationId(),
                header.spreadsheetId(),
                header.planName(),
                header.planChecksum(),
                header.step(),
                header.direction(),
                header.attempt(),
                stateName,
                header.at(),
                header.clock());
    }
}
