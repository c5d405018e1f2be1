package dev.sheetway.contracts.command;

import dev.sheetway.contracts.CommandId;
import dev.sheetway.contracts.Direction;
import dev.sheetway.contracts.EffectId;
import dev.sheetway.contracts.MigrationId;
import dev.sheetway.contracts.SpreadsheetId;
import dev.sheetway.contracts.Step;

/**
 * What every command says about itself.
 *
 * @param attempt from 1
 * @param planChecksum of the plan in the command
 */
public record CommandHeader(
        MigrationId migrationId,
        SpreadsheetId spreadsheetId,
        Step step,
        Direction direction,
        int epoch,
        int attempt,
        String planChecksum) {

    public EffectId effectId() {
        return new EffectId(migrationId, step, direction, epoch);
    }

    public CommandId commandId() {
        return CommandId.of(effectId(), attempt);
    }
}
