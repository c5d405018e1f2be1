package dev.sheetway.orchestrator.api;

import dev.sheetway.orchestrator.saga.Acceptance;
import dev.sheetway.orchestrator.saga.Migration;
import dev.sheetway.orchestrator.saga.MigrationSummary;
import dev.sheetway.orchestrator.saga.SpreadsheetState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A migration or preview as listed.
 *
 * @param kind {@code MIGRATION} or {@code PREVIEW}
 * @param from schema version before, {@code to} after
 * @param state name of the saga's state, as in the journal
 * @param step wire name of the last step commanded
 * @param updatedAt log-append time of the newest entry of its spreadsheet, or of its end
 */
public record MigrationStatus(
        String migrationId,
        String spreadsheetId,
        String kind,
        String plan,
        String from,
        String to,
        String state,
        String step,
        String requestedBy,
        Instant acceptedAt,
        Instant updatedAt) {

    /** Those under way first, then the ended ones, oldest first. */
    static List<MigrationStatus> of(SpreadsheetState spreadsheet) {
        Stream<MigrationStatus> active = spreadsheet.active().map(each -> active(spreadsheet, each));
        Stream<MigrationStatus> ended = spreadsheet.ended().stream()
                .filter(each -> spreadsheet.active(each.migrationId()).isEmpty())
                .map(each -> ended(spreadsheet, each));
        return Stream.concat(active, ended).toList();
    }

    private static MigrationStatus active(SpreadsheetState spreadsheet, Migration migration) {
        Acceptance asked = migration.acceptance();
        return new MigrationStatus(
                migration.id().toString(),
                spreadsheet.spreadsheetId().value(),
                asked.kind().name(),
                asked.planName(),
                migration.plan().from(),
                migration.plan().to(),
                migration.state().name(),
                migration.lastStep().wireName(),
                asked.requestedBy(),
                asked.at(),
                spreadsheet.time());
    }

    private static MigrationStatus ended(SpreadsheetState spreadsheet, MigrationSummary summary) {
        Acceptance asked = summary.acceptance();
        return new MigrationStatus(
                summary.migrationId().toString(),
                spreadsheet.spreadsheetId().value(),
                asked.kind().name(),
                asked.planName(),
                summary.from(),
                summary.to(),
                summary.outcome().name(),
                summary.lastStep(),
                asked.requestedBy(),
                asked.at(),
                summary.endedAt());
    }
}
