package dev.sheetway.schema.planner;

import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.plan.MigrationPlan;
import java.time.Instant;

/**
 * What to plan for.
 *
 * @param now stands in audit rows
 */
public record Task(CommandHeader header, MigrationPlan plan, Instant now, Limits limits) {
    MigrationId migrationId() {
        return header.migrationId();
    }
}
