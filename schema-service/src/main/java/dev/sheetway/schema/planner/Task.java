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
    /** The same for another batch of the same step: a rollback that has to be repeated. */
    public Task ofEpoch(int epoch) {
        CommandHeader one = new CommandHeader(
                header.migrationId(),
                header.spreadsheetId(),
                header.step(),
                header.direction(),
                epoch,
                header.attempt(),
                header.planChecksum());
        return new Task(one, plan, now, limits);
    }

    MigrationId migrationId() {
        return header.migrationId();
    }
}
