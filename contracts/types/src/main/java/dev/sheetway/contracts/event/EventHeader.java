package dev.sheetway.contracts.event;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;
import dev.sheetway.contracts.command.CommandHeader;

/** Which command an event answers. */
public record EventHeader(
        MigrationId migrationId,
        SpreadsheetId spreadsheetId,
        CommandId commandId,
        Step step,
        Direction direction,
        int epoch,
        int attempt) {

    public static EventHeader answering(CommandHeader command) {
        return new EventHeader(
                command.migrationId(),
                command.spreadsheetId(),
                command.commandId(),
                command.step(),
                command.direction(),
                command.epoch(),
                command.attempt());
    }
}
