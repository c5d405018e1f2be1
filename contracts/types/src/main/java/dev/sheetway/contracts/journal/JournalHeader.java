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
 * @param at log-append time of the input that led to the entry
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
        Instant at) {}
