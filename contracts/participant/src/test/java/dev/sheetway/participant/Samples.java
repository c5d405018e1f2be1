package dev.sheetway.participant;

import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.Command;
import dev.sheetway.contracts.command.CommandHeader;
import dev.sheetway.contracts.event.EventHeader;
import dev.sheetway.contracts.event.StepEvent;
import dev.sheetway.contracts.event.StepResult;
import dev.sheetway.contracts.plan.BackupPolicy;
import dev.sheetway.contracts.plan.MigrationPlan;
import dev.sheetway.contracts.plan.RollbackPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

final class Samples {
    static final SpreadsheetId SHEET = new SpreadsheetId("sheet-1");

    private Samples() {}

    static CommandHeader header(int attempt) {
        return new CommandHeader(
                MigrationId.of(SHEET, "request-1"), SHEET, Step.BACKUP, Direction.FORWARD, 1, attempt, "sha256:0");
    }

    static Command backup(int attempt) {
        return new Command.CreateBackup(header(attempt), plan());
    }

    static StepResult result() {
        return new StepResult.Closed("emulator", "3.0");
    }

    static StepEvent completed(int attempt) {
        return new StepEvent.StepCompleted(EventHeader.answering(header(attempt)), result());
    }

    static Delivery delivery(int partition) {
        return new Delivery(new ConsumerRecord<>("sheetway.commands.backup", partition, 7, null, new byte[0]), false);
    }

    static MigrationPlan plan() {
        return new MigrationPlan(
                "orders",
                "1",
                "2",
                "",
                "Orders",
                1,
                Optional.empty(),
                Optional.empty(),
                new BackupPolicy(
                        BackupPolicy.Strategy.DRIVE_COPY, Optional.empty(), Optional.empty(), Duration.ofHours(1)),
                List.of(),
                Map.of(),
                Optional.empty(),
                new RollbackPolicy(true, Duration.ofDays(7)),
                Duration.ZERO,
                Optional.empty());
    }
}
