package dev.sheetway.contracts.journal;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import java.time.Instant;
import java.util.Optional;

/**
 * What every journal entry says.
 *
 * @param step that the entry is about; empty where it concerns the migration as a whole
 * @param state name of the saga's state after the entry
 * @param at log-append time of the input that led to the entry; never before that of the spreadsheet's entry before it
 * @param clock log-append time of the input where the log's clock has gone back behind {@code at}: waits are counted by it
 */
public record JournalHeader(
        MigrationId migrationId,
        SpreadsheetId spreadsheetId,
        String planName,
        String planChecksum,
        Optional<Step> step,
        Direction direction,
        int attempt,
        String state,
        Instant at,
        Optional<Instant> clock) {

    /** Of an input that was appended at {@code at}. */
    public JournalHeader(
            MigrationId migrationId,
            SpreadsheetId spreadsheetId,
            String planName,
            String planChecksum,
            Optional<Step> step,
            Direction direction,
            int attempt,
            String state,
            Instant at) {
        this(migrationId, spreadsheetId, planName, planChecksum, step, direction, attempt, state, at, Optional.empty());
    }

    /** What the log's clock read, even where it has gone back. */
    public Instant logTime() {
        return clock.orElse(at);
    }
}
