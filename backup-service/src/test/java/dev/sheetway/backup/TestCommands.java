package dev.sheetway.backup;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.command.KeptBackup;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.wire.PlanJson;
import dev.sheetway.wire.PlanReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Commands for tests; every spreadsheet of its own, because the broker is shared. */
public final class TestCommands {
    private TestCommands() {}

    public static SpreadsheetId anySpreadsheet() {
        return new SpreadsheetId("sheet-" + UUID.randomUUID());
    }

    /** @param backup the value of {@code spec.backup}, in YAML's flow style */
    public static MigrationPlan plan(String tab, String backup, String description) {
        return PlanReader.readText("""
                apiVersion: sheetway.dev/v1
                kind: MigrationPlan
                metadata: { name: orders, from: "2.1", to: "3.0", description: "%s" }
                spec:
                  tab: %s
                  headerRow: 1
                  keyColumn: Order
                  backup: %s
                  changes:
                    - addColumn: { name: version, type: integer, initial: 0 }
                """.formatted(description, tab, backup), "test.yaml");
    }

    public static CommandHeader header(SpreadsheetId id, Step step, int attempt, MigrationPlan plan) {
        return new CommandHeader(
                MigrationId.of(id, "request-1"), id, step, Direction.FORWARD, 1, attempt, PlanJson.checksum(plan));
    }

    /** Due since {@code notBefore}. */
    public static Command.RemoveBackup removal(
            SpreadsheetId id, int attempt, Instant notBefore, StepResult.BackedUp... backups) {
        CommandHeader header = header(id, Step.REMOVE_BACKUP, attempt, plan("Orders", "{ retention: PT0S }", ""));
        return new Command.RemoveBackup(
                header, notBefore, Arrays.stream(backups).map(KeptBackup::of).toList());
    }

    public static Command.CreateBackup backup(SpreadsheetId id, int attempt, MigrationPlan plan) {
        return new Command.CreateBackup(header(id, Step.BACKUP, attempt, plan), plan);
    }
}
